using System.Data;
using System.Globalization;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers.Recognition;
using Dapper;
using Npgsql;
using NpgsqlTypes;

namespace CcHc.Adapters.Storage;

/// <summary>
/// How instants and days are stored: an instant as timestamptz or as UTC text of one width, so that text order is time order; a day as yyyy-MM-dd;
/// what is read and written whole as JSON.
/// </summary>
internal static class StoredValues
{
    private static readonly Lazy<bool> Registered = new(AddHandlers);

    public static void Register() => _ = Registered.Value;

    private static bool AddHandlers()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DayHandler());
        SqlMapper.AddTypeHandler(new JsonHandler<IReadOnlyList<string>>());
        SqlMapper.AddTypeHandler(new JsonHandler<IReadOnlyList<KnownTask>>());
        SqlMapper.AddTypeHandler(new JsonHandler<IReadOnlyDictionary<string, int>>());
        SqlMapper.AddTypeHandler(new JsonHandler<SubmissionReading>());
        SqlMapper.AddTypeHandler(new JsonHandler<AnswerSheetReading>());
        SqlMapper.AddTypeHandler(new JsonHandler<AgencyStatement>());
        return true;
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            var utc = value.ToUniversalTime();
            if (parameter is NpgsqlParameter postgres)
            {
                postgres.NpgsqlDbType = NpgsqlDbType.TimestampTz;
                postgres.Value = utc;
            }
            else
            {
                parameter.DbType = DbType.String;
                parameter.Value = utc.ToString(Format, CultureInfo.InvariantCulture);
            }
        }

        public override DateTimeOffset Parse(object value) => value switch
        {
            string text => DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            DateTime utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)),
            DateTimeOffset instant => instant,
            _ => throw new DataException($"An instant cannot be read from {value.GetType().Name}."),
        };
    }

    private sealed class JsonHandler<T> : SqlMapper.TypeHandler<T>
    {
        public override void SetValue(IDbDataParameter parameter, T? value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = StoredJson.Write(value);
        }

        public override T? Parse(object value) => value is byte[] utf8 ? StoredJson.Read<T>(utf8) : StoredJson.Read<T>((string)value);
    }

    private sealed class DayHandler : SqlMapper.TypeHandler<DateOnly>
    {
        private const string Format = "yyyy-MM-dd";

        public override void SetValue(IDbDataParameter parameter, DateOnly value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = value.ToString(Format, CultureInfo.InvariantCulture);
        }

        public override DateOnly Parse(object value) => DateOnly.ParseExact((string)value, Format, CultureInfo.InvariantCulture);
    }
}
