namespace CcHc.Core.Registers.Columns;

/// <summary>The best whole assignment (phân vai tốt nhất) of columns to roles: no role twice, no column twice, the greatest sum. Hungarian method.</summary>
internal static class BestAssignment
{
    /// <param name="scores">By column and role; nothing is gained by a role of a score below zero, so such a pair is left out.</param>
    /// <returns>The role of each column, -1 for none, and the sum.</returns>
    public static (int[] RoleOf, double Sum) Of(double[,] scores)
    {
        var (columns, roles) = (scores.GetLength(0), scores.GetLength(1));
        // As many roles more as there are columns stand for "none".
        var width = roles + columns;
        var (potentialOfColumn, potentialOfRole, columnOf, cameFrom) = (new double[columns + 1], new double[width + 1], new int[width + 1], new int[width + 1]);
        for (var column = 1; column <= columns; column++)
        {
            columnOf[0] = column;
            var at = 0;
            var least = new double[width + 1];
            var used = new bool[width + 1];
            Array.Fill(least, double.PositiveInfinity);
            do
            {
                used[at] = true;
                var (current, delta, next) = (columnOf[at], double.PositiveInfinity, 0);
                for (var role = 1; role <= width; role++)
                {
                    if (used[role])
                    {
                        continue;
                    }

                    var cost = Cost(current - 1, role - 1) - potentialOfColumn[current] - potentialOfRole[role];
                    if (cost < least[role])
                    {
                        (least[role], cameFrom[role]) = (cost, at);
                    }

                    if (least[role] < delta)
                    {
                        (delta, next) = (least[role], role);
                    }
                }

                for (var role = 0; role <= width; role++)
                {
                    if (used[role])
                    {
                        potentialOfColumn[columnOf[role]] += delta;
                        potentialOfRole[role] -= delta;
                    }
                    else
                    {
                        least[role] -= delta;
                    }
                }

                at = next;
            }
            while (columnOf[at] != 0);

            while (at != 0)
            {
                columnOf[at] = columnOf[cameFrom[at]];
                at = cameFrom[at];
            }
        }

        var roleOf = Enumerable.Repeat(-1, columns).ToArray();
        var sum = 0.0;
        for (var role = 1; role <= roles; role++)
        {
            if (columnOf[role] > 0 && scores[columnOf[role] - 1, role - 1] > 0)
            {
                roleOf[columnOf[role] - 1] = role - 1;
                sum += scores[columnOf[role] - 1, role - 1];
            }
        }

        return (roleOf, sum);

        double Cost(int column, int role) => role < roles && scores[column, role] > 0 ? -scores[column, role] : 0;
    }

    /// <summary>How much worse the best whole assignment is in which this column does not have its role (độ chắc chắn).</summary>
    public static double Margin(double[,] scores, double sum, int column, int role)
    {
        var kept = scores[column, role];
        scores[column, role] = 0;
        var without = Of(scores).Sum;
        scores[column, role] = kept;
        return sum - without;
    }
}
