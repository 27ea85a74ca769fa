"""Reads the contracts at run time, and says how a call ended."""

import base64
import json
import pathlib

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

ROOT = pathlib.Path(__file__).resolve().parents[4]

_pool = descriptor_pool.DescriptorPool()
_set = descriptor_pb2.FileDescriptorSet.FromString((ROOT / "artifacts/interop/workshop.binpb").read_bytes())
for _file in _set.file:
    _pool.AddSerializedFile(_file.SerializeToString())


def message(name):
    """The class of a message, such as workshop.logs.v1.LogEntry."""
    descriptor = _pool.FindMessageTypeByName(name)
    # GetMessageClass came with protobuf 4.22; later versions have it alone.
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(_pool).GetPrototype(descriptor)


def method(service, name):
    """What a channel needs to call a method: its path, and how messages become bytes and back."""
    descriptor = _pool.FindServiceByName(service).methods_by_name[name]
    return (
        f"/{service}/{name}",
        message(descriptor.input_type.full_name).SerializeToString,
        message(descriptor.output_type.full_name).FromString,
    )


def show(**fact):
    print(json.dumps(fact), flush=True)


def show_ending(call):
    """How a call ended. The details are a google.rpc.Status, in base64."""
    trailers = dict(call.trailing_metadata() or ())
    show(
        status=call.code().name,
        detail=call.details(),
        details=base64.b64encode(trailers.get("grpc-status-details-bin", b"")).decode(),
    )
