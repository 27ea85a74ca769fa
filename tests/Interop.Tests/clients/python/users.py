"""python users.py ADDRESS USERNAME: creates a user, and reads the details of a refusal."""

import sys

import grpc

from contract import message, method, show, show_ending

address, username = sys.argv[1:]
User = message("workshop.users.v3.User")
CreateUserRequest = message("workshop.users.v3.CreateUserRequest")
Status = message("google.rpc.Status")


def show_details(error):
    """A status has details of any type: each says which one it is."""
    status = Status.FromString(dict(error.trailing_metadata()).get("grpc-status-details-bin", b""))
    for packed in status.details:
        name = packed.type_url.split("/")[1]
        detail = message(name).FromString(packed.value)
        show(
            type=name,
            reason=getattr(detail, "reason", None),
            fields=",".join(violation.field for violation in getattr(detail, "field_violations", [])) or None,
            resource=getattr(detail, "resource_name", None),
        )


with grpc.insecure_channel(address) as channel:
    create_user = channel.unary_unary(*method("workshop.users.v3.UserService", "CreateUser"))
    user = User(username=username, email=f"{username}@workshop.example", role=1)
    try:
        response = create_user(CreateUserRequest(user=user), timeout=5)
        show(status="OK", id=str(response.user.id))
    except grpc.RpcError as error:
        show_details(error)
        show_ending(error)
        sys.exit(1)
