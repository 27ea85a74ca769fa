package main

import (
	"encoding/base64"
	"encoding/json"
	"log"
	"os"

	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/runtime/protoimpl"
)

// The names of gRPC's statuses, in the order of their numbers. Go has names of its own, such as Canceled.
var statuses = []string{
	"OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
	"PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
	"INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
}

func show(fact fields) {
	check(json.NewEncoder(os.Stdout).Encode(fact))
}

// Says how a call ended. The details are a google.rpc.Status, in base64.
func showEnding(err error) {
	ending, isStatus := status.FromError(err)
	if !isStatus {
		log.Fatal(err)
	}
	// The message of an old grpc is of protobuf's first kind. A program asks ending.Details() instead.
	details, err := proto.Marshal(protoimpl.X.ProtoMessageV2Of(ending.Proto()))
	check(err)
	show(fields{
		"status":  statuses[ending.Code()],
		"detail":  ending.Message(),
		"details": base64.StdEncoding.EncodeToString(details),
	})
}

// Ends the program: what went wrong is not a call.
func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
