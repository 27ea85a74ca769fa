package main

import (
	"context"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// Creates a user, and reads the details of a refusal.
func users(ctx context.Context, connection *grpc.ClientConn, username string, _ []string) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()

	user := fields{"username": username, "email": username + "@workshop.example", "role": protoreflect.EnumNumber(1)}
	request := message("workshop.users.v3.CreateUserRequest", fields{"user": user})
	response := message("workshop.users.v3.CreateUserResponse", nil)
	if err := connection.Invoke(ctx, "/workshop.users.v3.UserService/CreateUser", request, response); err != nil {
		showDetails(err)
		return err
	}
	show(fields{"status": "OK", "id": get(get(response, "user").Message(), "id").String()})
	return nil
}

// A status has details of any type: each says which one it is.
func showDetails(err error) {
	for _, packed := range status.Convert(err).Proto().GetDetails() {
		name := packed.GetTypeUrl()[strings.LastIndex(packed.GetTypeUrl(), "/")+1:]
		detail := message(name, nil)
		check(proto.Unmarshal(packed.GetValue(), detail))
		fact := fields{"type": name}
		switch name {
		case "google.rpc.ErrorInfo":
			fact["reason"] = get(detail, "reason").String()
		case "google.rpc.ResourceInfo":
			fact["resource"] = get(detail, "resource_name").String()
		case "google.rpc.BadRequest":
			violations := get(detail, "field_violations").List()
			var names []string
			for i := 0; i < violations.Len(); i++ {
				names = append(names, get(violations.Get(i).Message(), "field").String())
			}
			fact["fields"] = strings.Join(names, ",")
		}
		show(fact)
	}
}
