package main

import (
	"context"
	"encoding/json"
	"io"
	"strconv"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// A server-streaming call that is cancelled after some entries.
func tail(ctx context.Context, connection *grpc.ClientConn, count string, _ []string) error {
	wanted, err := strconv.Atoi(count)
	check(err)
	// To cancel the context is to cancel the call.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	description := &grpc.StreamDesc{ServerStreams: true}
	stream, err := connection.NewStream(ctx, description, "/workshop.logs.v1.LogService/StreamLogs")
	if err != nil {
		return err
	}
	// An error here is that of the call, which RecvMsg returns.
	_ = stream.SendMsg(message("workshop.logs.v1.StreamLogsRequest", fields{"tail_lines": int32(0), "follow": true}))
	_ = stream.CloseSend()

	for entries := 0; ; {
		response := message("workshop.logs.v1.StreamLogsResponse", nil)
		if err := stream.RecvMsg(response); err == io.EOF {
			show(fields{"status": "OK"})
			return nil
		} else if err != nil {
			showEnding(err)
			return nil
		}
		if entries == wanted {
			// It had already arrived when the call was cancelled.
			continue
		}
		fact := describe(response)
		show(fact)
		if fact["event"] == "entry" {
			entries++
		}
		if entries == wanted {
			cancel()
		}
	}
}

func describe(response protoreflect.Message) fields {
	event := response.WhichOneof(response.Descriptor().Oneofs().ByName("event")).TextName()
	fact := fields{"event": event, "cursor": get(response, "cursor").String()}
	if event == "entry" {
		// The JSON of protobuf: names of enums as texts.
		content, err := protojson.Marshal(get(response, event).Message().Interface())
		check(err)
		check(json.Unmarshal(content, &fact))
	}
	return fact
}
