// time: durations, calendar arithmetic, formatting and parsing in all layouts, zones with fixed offsets, comparisons, truncation.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, s := range []string{"1h", "-1.5h", "1h15m30.918273645s", "100ms", "1µs", "0", "1d", "", "-", ".5m", "9223372036854775807ns", "9223372036854775808ns", "1h-1m"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err, d.Seconds(), d.Milliseconds(), d.Round(time.Minute), d.Truncate(time.Second), d.Abs())
	}
	east := time.FixedZone("EAST", 5*3600+1800)
	for _, t := range []time.Time{time.Date(2000, 2, 29, 12, 30, 15, 5e8, time.UTC), time.Date(1999, 12, 31, 23, 59, 59, 999999999, east), time.Date(2023, 14, 35, 25, 61, 61, 0, time.UTC), time.Unix(0, 0).UTC(), time.Unix(-1, 5).In(east), {}} {
		y, w := t.ISOWeek()
		fmt.Println(t, t.Unix(), t.UnixMilli(), t.YearDay(), t.Weekday(), y, w, t.IsZero(), t.Nanosecond())
		for _, l := range []string{time.ANSIC, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC3339Nano, time.Kitchen, time.StampMicro, "2006-01-02T15:04:05.000Z07:00", "Mon Jan _2 3:4:5 PM 06", "002 .00 ,999 -0700 MST"} {
			fmt.Print(t.Format(l), " | ")
		}
		fmt.Println()
		fmt.Println(t.AddDate(0, 1, 0).Format(time.DateOnly), t.AddDate(-1, 0, 31).Format(time.DateTime), t.Add(-36*time.Hour).Weekday(), t.Truncate(time.Hour).Format(time.TimeOnly), t.Round(time.Minute).Equal(t.Add(30*time.Second).Truncate(time.Minute)))
	}
	for _, c := range [][2]string{{time.RFC3339, "2024-05-06T07:08:09+02:00"}, {time.RFC3339, "2024-13-06T07:08:09Z"}, {"2006-01-02", "2023-02-29"}, {time.RFC1123, "Tue, 10 Nov 2009 23:00:00 UTC"}, {"3:04PM", "11:15AM"}, {"Jan 2 2006", "Feb 3"}, {"2006-01-02 15:04:05", "2006-01-02 15:04:05.678"}, {"02/01/06", "31/12/68"}, {"02/01/06", "31/12/69"}} {
		t, err := time.Parse(c[0], c[1])
		fmt.Println(t, err)
	}
	a, b := time.Date(2024, 1, 31, 0, 0, 0, 0, time.UTC), time.Date(2024, 1, 31, 5, 30, 0, 0, east)
	fmt.Println(a.Equal(b), a == b, a.Before(b), a.Compare(b.Add(1)), b.Sub(a), a.Sub(time.Time{}), time.March, time.Saturday, time.Month(13), b.In(time.UTC) == a)
	n := 0
	for t := a; t.Year() == 2024; t = t.AddDate(0, 0, 1) {
		if t.Day() == 13 && t.Weekday() == time.Friday {
			n++
		}
	}
	h, m, s := b.Clock()
	fmt.Println(n, h, m, s, b.Location(), a.Month() == time.January)
}
