using Workshop.Evolution.Changes;

namespace Workshop.Evolution;

/// <summary>What you say of ten changes that somebody proposes for version 1 as it is out there.</summary>
internal static class TenChanges
{
    public static Judgement Of(int change) => change switch
    {
        // 1: optional string phone = 12; is added.
        1 => new(Wire: true, Json: true, Source: true, Reason.NewNumber),

        // 2: int64 id = 1; becomes sint64 id = 1;
        2 => new(Wire: false, Json: true, Source: true, Reason.OtherEncoding),

        // 3: string email = 3; becomes string mail = 3;
        3 => new(Wire: true, Json: false, Source: false, Reason.NameGone),

        // 4: string fax = 8; is deleted; reserved 8; and reserved "fax"; are added.
        4 => new(Wire: true, Json: false, Source: false, Reason.NameGone),

        // 5: string fax = 8; becomes string phone = 8; for nobody has a fax any longer.
        5 => new(Wire: false, Json: false, Source: false, Reason.NumberReused),

        // 6: ROLE_MODERATOR = 3; is added to Role.
        6 => new(Wire: true, Json: true, Source: true, Reason.NewNumber),

        // 7: string address = 9; becomes bytes address = 9;
        7 => new(Wire: true, Json: false, Source: false, Reason.SameEncoding),

        // 8: bool active = 4; becomes optional bool active = 4;
        8 => new(Wire: true, Json: true, Source: true, Reason.SameEncoding),

        // 9: repeated int64 sign_ins = 11; becomes int64 sign_ins = 11; for the last one is enough.
        9 => new(Wire: false, Json: false, Source: false, Reason.OtherEncoding),

        // 10: string email = 3; and string fax = 8; move into one new oneof, with their names and numbers.
        _ => new(Wire: false, Json: false, Source: true, Reason.LastOneWins),
    };
}
