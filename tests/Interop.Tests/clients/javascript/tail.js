// node tail.js ADDRESS COUNT: a server-streaming call that is cancelled after COUNT entries.
'use strict';

const grpc = require('@grpc/grpc-js');
const { ending, load, print } = require('./contract');

const [address, count] = process.argv.slice(2);
const { LogService } = load('workshop/logs/v1/logs.proto').logs.v1;
const logs = new LogService(address, grpc.credentials.createInsecure());
const call = logs.StreamLogs({ tail_lines: 0, follow: true });
let entries = 0;

call.on('data', ({ cursor, event, entry }) => {
  if (entries === Number(count)) {
    // What had already arrived when the call was cancelled.
    return;
  }
  print({ event, cursor, ...entry });
  if (event === 'entry' && ++entries === Number(count)) {
    call.cancel();
  }
});
// Without a handler for "error", an ended stream ends the process. "status" comes in every case.
call.on('error', () => {});
call.on('status', status => {
  print(ending(status));
  logs.close();
});
