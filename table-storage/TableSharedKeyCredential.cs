using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

public sealed class TableSharedKeyCredential
{
    private volatile byte[] _key;

    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountName);
        AccountName = accountName;
        _key = Decode(accountKey);
    }

    public string AccountName { get; }

    /// <summary>Takes a rotated key; requests and retries signed from now on use it.</summary>
    public void SetAccountKey(string accountKey) => _key = Decode(accountKey);

    internal string Sign(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private static byte[] Decode(string accountKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(accountKey);
        try
        {
            return Convert.FromBase64String(accountKey);
        }
        catch (FormatException fault)
        {
            throw new ArgumentException("The account key is not base64.", nameof(accountKey), fault);
        }
    }
}
