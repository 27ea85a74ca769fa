"""python tail.py ADDRESS COUNT: a server-streaming call that is cancelled after COUNT entries."""

import sys

import grpc

from contract import message, method, show, show_ending

address, count = sys.argv[1], int(sys.argv[2])
StreamLogsRequest = message("workshop.logs.v1.StreamLogsRequest")
LogEntry = message("workshop.logs.v1.LogEntry")
level_names = LogEntry.DESCRIPTOR.fields_by_name["level"].enum_type.values_by_number


def describe(response):
    event = response.WhichOneof("event")
    if event != "entry":
        return {"event": event, "cursor": response.cursor}
    entry = response.entry
    return {
        "event": event,
        "cursor": response.cursor,
        "level": level_names[entry.level].name,
        "source": entry.source,
        "message": entry.message,
        "properties": dict(entry.properties),
    }


with grpc.insecure_channel(address) as channel:
    stream_logs = channel.unary_stream(*method("workshop.logs.v1.LogService", "StreamLogs"))
    call = stream_logs(StreamLogsRequest(tail_lines=0, follow=True))
    entries = 0
    try:
        for response in call:
            show(**describe(response))
            entries += response.WhichOneof("event") == "entry"
            if entries == count:
                call.cancel()
                break
    except grpc.RpcError:
        # The status is on the call, however it ended.
        pass
    show_ending(call)
