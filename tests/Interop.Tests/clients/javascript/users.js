// node users.js ADDRESS USERNAME: creates a user, and reads the details of a refusal.
'use strict';

const grpc = require('@grpc/grpc-js');
const { ending, load, print, reader } = require('./contract');

const [address, username] = process.argv.slice(2);
const { UserService } = load('workshop/users/v3/users.proto').users.v3;
const users = new UserService(address, grpc.credentials.createInsecure());
const user = { username, email: `${username}@workshop.example`, role: 'ROLE_USER' };

// A status has details of any type: each says which one it is.
const read = reader('google/rpc/status.proto', 'google/rpc/error_details.proto');
const detailsOf = status => read('google.rpc.Status', Buffer.from(ending(status).details, 'base64')).details
  .map(({ type_url, value }) => ({ type: type_url.split('/')[1], ...read(type_url.split('/')[1], value) }));

users.CreateUser({ user }, { deadline: Date.now() + 5000 }, (error, response) => {
  if (error) {
    for (const { type, reason, field_violations, resource_name } of detailsOf(error)) {
      print({ type, reason, fields: field_violations?.map(violation => violation.field).join(), resource: resource_name });
    }
  }

  print(error ? ending(error) : { status: 'OK', id: response.user.id });
  process.exitCode = error ? 1 : 0;
  users.close();
});
