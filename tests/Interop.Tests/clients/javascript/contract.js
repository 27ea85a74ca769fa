'use strict';

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const root = path.resolve(__dirname, '../../../..');

// The second folder has what contracts import of Google's.
const includeDirs = ['protos', 'eng/standins/Google.Api.CommonProtos/protos'].map(folder => path.join(root, folder));
// Numbers of 64 bits become texts: a number of JavaScript is exact up to 2^53 only.
const options = { includeDirs, keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };

// Reads a contract at run time.
exports.load = file => grpc.loadPackageDefinition(loader.loadSync(file, options)).workshop;

// Reads messages of the types that some files have.
exports.reader = (...files) => {
  const types = loader.loadSync(files, options);
  return (type, bytes) => types[type].deserialize(bytes);
};

exports.print = fact => console.log(JSON.stringify(fact));

// How a call ended. The details are a google.rpc.Status, in base64.
exports.ending = status => ({
  status: grpc.status[status.code],
  detail: status.details,
  details: status.metadata?.get('grpc-status-details-bin')[0]?.toString('base64') ?? '',
});
