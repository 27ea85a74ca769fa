'use strict';

const path = require('node:path');
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const protos = path.resolve(__dirname, '../../../../protos');

// Reads a contract at run time. Numbers of 64 bits become texts: a number of JavaScript is exact up to 2^53 only.
exports.load = file => grpc.loadPackageDefinition(
  loader.loadSync(file, { includeDirs: [protos], keepCase: true, longs: String, enums: String, defaults: true, oneofs: true })).workshop;

exports.print = fact => console.log(JSON.stringify(fact));

// How a call ended. The details are a google.rpc.Status, in base64.
exports.ending = status => ({
  status: grpc.status[status.code],
  detail: status.details,
  details: status.metadata?.get('grpc-status-details-bin')[0]?.toString('base64') ?? '',
});
