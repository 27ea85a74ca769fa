"""CRC-32C (Castagnoli), RFC 3720, appendix B.4. Not zlib.crc32, which has another polynomial."""


def _entry(index):
    # The polynomial is 1EDC6F41, here with its bits reversed.
    for _ in range(8):
        index = (index >> 1) ^ (0x82F63B78 if index & 1 else 0)
    return index


_TABLE = [_entry(index) for index in range(256)]


def crc32c(data):
    """The checksum. About 10 MB a second; the package google-crc32c is much faster."""
    crc = 0xFFFFFFFF
    table = _TABLE
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF
