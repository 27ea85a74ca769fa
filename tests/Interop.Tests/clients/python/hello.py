"""python hello.py ADDRESS NAME: a unary call with a deadline."""

import sys

import grpc

from contract import message, method, show, show_ending

address, name = sys.argv[1:]
SayHelloRequest = message("workshop.greeter.v1.SayHelloRequest")

with grpc.insecure_channel(address) as channel:
    say_hello = channel.unary_unary(*method("workshop.greeter.v1.GreeterService", "SayHello"))
    try:
        # Seconds from now. Without it, a call waits for ever.
        response = say_hello(SayHelloRequest(name=name), timeout=5)
        show(status="OK", message=response.message)
    except grpc.RpcError as error:
        show_ending(error)
        sys.exit(1)
