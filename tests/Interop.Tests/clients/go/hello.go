package main

import (
	"context"
	"time"

	"google.golang.org/grpc"
)

// A unary call with a deadline.
func hello(ctx context.Context, connection *grpc.ClientConn, name string, _ []string) error {
	// From now. Without it, a call waits for ever.
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()

	response := message("workshop.greeter.v1.SayHelloResponse", nil)
	request := message("workshop.greeter.v1.SayHelloRequest", fields{"name": name})
	if err := connection.Invoke(ctx, "/workshop.greeter.v1.GreeterService/SayHello", request, response); err != nil {
		return err
	}
	show(fields{"status": "OK", "message": get(response, "message").String()})
	return nil
}
