'use strict';

// CRC-32C (Castagnoli), RFC 3720, appendix B.4. The polynomial is 1EDC6F41, here with its bits reversed. Not the CRC-32 of
// zlib, which has another polynomial.
const table = new Uint32Array(256).map((_, index) => {
  let crc = index;
  for (let bit = 0; bit < 8; bit++) {
    crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
  }
  return crc;
});

module.exports = data => {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
};
