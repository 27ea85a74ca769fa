using Workshop.Users.V2;

namespace Workshop.Evolution.Addresses;

/// <summary>An address on one line, as version 1 has it: street, city, country.</summary>
internal static class AddressLine
{
    /// <summary>Without an address: empty.</summary>
    public static string Of(Address? address) => address is null
        ? ""
        : string.Join(", ", new[] { address.Street, address.City, address.Country }.Where(part => part.Length > 0));

    /// <returns>The parts; null for an empty line. What a line does not say stays empty.</returns>
    public static Address? Parse(string line)
    {
        string[] parts = line.Split(',', 3, StringSplitOptions.TrimEntries);
        return line.Length == 0 ? null : new Address { Street = parts[0], City = parts.ElementAtOrDefault(1) ?? "", Country = parts.ElementAtOrDefault(2) ?? "" };
    }
}
