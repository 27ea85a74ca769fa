namespace Workshop.Evolution.Gate;

/// <summary>A change that breaks a rule.</summary>
/// <param name="Rule">The rule's id, as <c>buf breaking</c> has it, such as <c>FIELD_SAME_NAME</c>.</param>
/// <param name="File">The file that has it now, or had it.</param>
/// <param name="Element">What was changed, such as <c>workshop.users.v1.User.fax (8)</c>.</param>
/// <param name="Problem">What was done.</param>
/// <param name="Remedy">What to do instead.</param>
public sealed record Finding(string Rule, string File, string Element, string Problem, string Remedy)
{
    public override string ToString() => $"{Rule}  {Element}: {Problem} {Remedy}";
}
