// node upload.js ADDRESS FILE: a client-streaming call.
// --file-id ID continues an upload. --stop-after BYTES closes the stream early. --chunk-bytes BYTES is the size of a chunk.
'use strict';

const { createHash } = require('node:crypto');
const { once } = require('node:events');
const fs = require('node:fs');
const path = require('node:path');
const { pipeline } = require('node:stream/promises');
const { parseArgs, promisify } = require('node:util');
const grpc = require('@grpc/grpc-js');
const { ending, load, print } = require('./contract');
const crc32c = require('./crc32c');

const { positionals: [address, file], values: options } = parseArgs({
  allowPositionals: true,
  options: {
    'file-id': { type: 'string', default: '' },
    'stop-after': { type: 'string', default: 'Infinity' },
    'chunk-bytes': { type: 'string', default: '65536' },
  },
});

async function upload(files) {
  const { size } = fs.statSync(file);
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  const sha256 = hash.digest();
  const status = options['file-id'] && await promisify(files.GetUploadStatus.bind(files))({ file_id: options['file-id'] });
  let offset = status ? Number(status.committed_size) : 0;

  let call;
  const response = new Promise((resolve, reject) => {
    call = files.UploadFile((error, answer) => error ? reject(error) : resolve(answer));
  });
  // The header comes long before the response. The file id is in it, so that an upload can be continued.
  call.on('metadata', header => print({ header: header.get('file-id')[0] }));
  // When the server ends the call early, nothing more is taken: without this, the wait for "drain" would not end.
  const ended = response.then(() => true, () => true);
  const send = async message => !call.write(message) && await Promise.race([once(call, 'drain').then(() => false), ended]);

  await send({ metadata: { name: path.basename(file), size, file_id: options['file-id'], sha256 } });
  const reader = fs.createReadStream(file, { start: offset, highWaterMark: Number(options['chunk-bytes']) });
  let stopped = false;
  for await (const data of reader) {
    stopped = offset >= Number(options['stop-after']);
    if (stopped || await send({ chunk: { offset, data, crc32c: crc32c(data) } })) {
      break;
    }
    offset += data.length;
  }
  if (!stopped) {
    await send({ commit: { size, sha256 } });
  }
  call.end();
  return response;
}

const { FileService } = load('workshop/files/v1/files.proto').files.v1;
const files = new FileService(address, grpc.credentials.createInsecure());
upload(files)
  .then(({ sha256, ...answer }) => print({ status: 'OK', ...answer, sha256: sha256.toString('hex') }))
  .catch(error => {
    print(ending(error));
    process.exitCode = 1;
  })
  .finally(() => files.close());
