"""python upload.py ADDRESS FILE: a client-streaming call.

--file-id ID continues an upload. --stop-after BYTES closes the stream early. --chunk-bytes BYTES is the size of a chunk.
"""

import argparse
import hashlib
import pathlib
import sys

import grpc

from contract import message, method, show, show_ending
from crc32c import crc32c

SERVICE = "workshop.files.v1.FileService"
UploadFileRequest = message("workshop.files.v1.UploadFileRequest")
GetUploadStatusRequest = message("workshop.files.v1.GetUploadStatusRequest")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--file-id", default="")
    parser.add_argument("--stop-after", type=int, default=sys.maxsize)
    parser.add_argument("--chunk-bytes", type=int, default=65536)
    return parser.parse_args()


def sha256_of(file):
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def requests(options, offset):
    """gRPC takes the next message when there is room for it: a generator never has the whole file in memory."""
    size = options.file.stat().st_size
    sha256 = sha256_of(options.file)
    yield UploadFileRequest(
        metadata={"name": options.file.name, "size": size, "file_id": options.file_id, "sha256": sha256})
    with options.file.open("rb") as content:
        content.seek(offset)
        while data := content.read(options.chunk_bytes):
            if offset >= options.stop_after:
                return
            yield UploadFileRequest(chunk={"offset": offset, "data": data, "crc32c": crc32c(data)})
            offset += len(data)
    yield UploadFileRequest(commit={"size": size, "sha256": sha256})


def upload(channel, options):
    offset = 0
    if options.file_id:
        get_status = channel.unary_unary(*method(SERVICE, "GetUploadStatus"))
        offset = get_status(GetUploadStatusRequest(file_id=options.file_id)).committed_size

    call = channel.stream_unary(*method(SERVICE, "UploadFile")).future(requests(options, offset))
    # The header comes long before the response. The file id is in it, so that an upload can be continued.
    header = dict(call.initial_metadata())
    if "file-id" in header:
        show(header=header["file-id"])
    response = call.result()
    show(
        status="OK",
        file_id=response.file_id,
        committed_size=str(response.committed_size),
        complete=response.complete,
        sha256=response.sha256.hex(),
    )


if __name__ == "__main__":
    chosen = arguments()
    with grpc.insecure_channel(chosen.address) as connection:
        try:
            upload(connection, chosen)
        except grpc.RpcError as refusal:
            show_ending(refusal)
            sys.exit(1)
