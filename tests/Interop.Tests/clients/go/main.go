// The clients of the labs in one program: its first argument says which.
package main

import (
	"context"
	"fmt"
	"os"

	"google.golang.org/grpc"
)

const usage = `clients hello ADDRESS NAME
clients upload ADDRESS FILE [--file-id ID] [--stop-after BYTES] [--chunk-bytes BYTES]
clients tail ADDRESS COUNT
clients users ADDRESS USERNAME`

type client func(ctx context.Context, connection *grpc.ClientConn, argument string, options []string) error

func main() {
	clients := map[string]client{"hello": hello, "upload": upload, "tail": tail, "users": users}
	if len(os.Args) < 4 || clients[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	// Both options have later names, which old versions such as Debian's do not know. In a new program:
	// grpc.NewClient(address, grpc.WithTransportCredentials(insecure.NewCredentials())).
	connection, err := grpc.Dial(os.Args[2], grpc.WithInsecure(), grpc.WithDefaultCallOptions(grpc.ForceCodec(codec{})))
	check(err)
	defer connection.Close()

	if err := clients[os.Args[1]](context.Background(), connection, os.Args[3], os.Args[4:]); err != nil {
		showEnding(err)
		connection.Close()
		os.Exit(1)
	}
}
