namespace Azure.Data.Tables;

public enum TableUpdateMode
{
    /// <summary>Keeps stored properties that are not sent; so it can never remove one.</summary>
    Merge = 0,

    /// <summary>Drops stored properties that are not sent.</summary>
    Replace = 1,
}
