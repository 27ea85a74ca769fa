package main

import (
	"os"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
)

var contracts = readContracts("artifacts/interop/workshop.binpb")

// The values of a message by the names of its fields. A message in a message is fields again.
type fields map[string]interface{}

// A message, such as workshop.logs.v1.LogEntry, with some of its fields set.
func message(name string, values fields) *dynamicpb.Message {
	descriptor, err := contracts.FindDescriptorByName(protoreflect.FullName(name))
	check(err)
	made := dynamicpb.NewMessage(descriptor.(protoreflect.MessageDescriptor))
	fill(made, values)
	return made
}

// The value of a field.
func get(from protoreflect.Message, name string) protoreflect.Value {
	return from.Get(from.Descriptor().Fields().ByName(protoreflect.Name(name)))
}

func fill(target protoreflect.Message, values fields) {
	for name, value := range values {
		field := target.Descriptor().Fields().ByName(protoreflect.Name(name))
		if nested, isMessage := value.(fields); isMessage {
			fill(target.Mutable(field).Message(), nested)
		} else {
			target.Set(field, protoreflect.ValueOf(value))
		}
	}
}

func readContracts(path string) *protoregistry.Files {
	content, err := os.ReadFile(path)
	check(err)
	var described descriptorpb.FileDescriptorSet
	check(proto.Unmarshal(content, &described))
	files, err := protodesc.NewFiles(&described)
	check(err)
	return files
}

// How a message becomes bytes and back. The codec of an old grpc, such as Debian's, takes generated messages only.
type codec struct{}

func (codec) Name() string { return "proto" }

func (codec) Marshal(from interface{}) ([]byte, error) { return proto.Marshal(from.(proto.Message)) }

func (codec) Unmarshal(data []byte, to interface{}) error {
	return proto.Unmarshal(data, to.(proto.Message))
}
