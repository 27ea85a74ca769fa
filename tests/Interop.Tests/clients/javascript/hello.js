// node hello.js ADDRESS NAME: a unary call with a deadline.
'use strict';

const grpc = require('@grpc/grpc-js');
const { ending, load, print } = require('./contract');

const [address, name] = process.argv.slice(2);
const { GreeterService } = load('workshop/greeter/v1/greeter.proto').greeter.v1;
const greeter = new GreeterService(address, grpc.credentials.createInsecure());

// A deadline is a point in time: each call needs a new one.
greeter.SayHello({ name }, { deadline: Date.now() + 5000 }, (error, response) => {
  print(error ? ending(error) : { status: 'OK', message: response.message });
  process.exitCode = error ? 1 : 0;
  greeter.close();
});
