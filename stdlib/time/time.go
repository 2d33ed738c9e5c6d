// Package time measures and shows time.
package time

// A Time is an instant with nanosecond precision: seconds since year 1 (UTC), nanoseconds, perhaps a reading of the
// monotonic clock, and a Location for showing it (nil is UTC).
type Time struct {
	sec  int64
	nsec int32
	mono int64 // nanoseconds of the monotonic clock + 1, or 0
	loc  *Location
}

type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + itoa(uint64(m)) + ")"
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + itoa(uint64(d)) + ")"
}

func itoa(v uint64) string {
	var buf [20]byte
	return string(buf[putInt(buf[:], v):])
}

const (
	secondsPerDay = 86400
	unixToYear1   = (1969*365 + 1969/4 - 1969/100 + 1969/400) * secondsPerDay
)

//go:linkname walltime runtime.walltime
func walltime() (sec, nsec int64)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Now returns the current local time.
func Now() Time {
	sec, nsec := walltime()
	return Time{sec + unixToYear1, int32(nsec), nanotime() + 1, Local}
}

// Unix returns the local time sec seconds and nsec nanoseconds after 1970.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return Time{sec + unixToYear1, int32(nsec), 0, Local}
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

func (t Time) Unix() int64      { return t.sec - unixToYear1 }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nsec)/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nsec)/1e3 }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + int64(t.nsec) }
func (t Time) IsZero() bool     { return t.sec == 0 && t.nsec == 0 }
func (t Time) Nanosecond() int  { return int(t.nsec) }

func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

// Compare gives -1, 0 or 1, by the monotonic clock when both have it.
func (t Time) Compare(u Time) int {
	a, b := t.mono, u.mono
	if a == 0 || b == 0 {
		a, b = t.sec, u.sec
		if a == b {
			a, b = int64(t.nsec), int64(u.nsec)
		}
	}
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	t.sec += int64(d / 1e9)
	nsec := t.nsec + int32(d%1e9)
	if nsec >= 1e9 {
		t.sec++
		nsec -= 1e9
	} else if nsec < 0 {
		t.sec--
		nsec += 1e9
	}
	t.nsec = nsec
	if t.mono != 0 {
		m := t.mono + int64(d)
		if d < 0 && m > t.mono || d > 0 && m < t.mono || m <= 0 {
			m = 0
		}
		t.mono = m
	}
	return t
}

// Sub returns t-u, at most the largest Duration.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		d := Duration(t.mono - u.mono)
		if d < 0 && t.mono > u.mono {
			return maxDuration
		}
		if d > 0 && t.mono < u.mono {
			return minDuration
		}
		return d
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

// local is the seconds since year 1 on the clock of t's location.
func (t Time) local() int64 {
	_, offset := t.zone()
	return t.sec + int64(offset)
}

// days counts from the first of January of year 1.
func (t Time) days() int64 { return floorDiv(t.local(), secondsPerDay) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }

// civil turns days since 0001-01-01 into a date: years are counted from March, so that the leap day comes last (Howard
// Hinnant, "chrono-compatible low-level date algorithms").
func civil(days int64) (year int64, month Month, day int) {
	z := days + 306 // since 0000-03-01
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = int(doy - (153*mp+2)/5 + 1)
	year = yoe + era*400
	if mp < 10 {
		return year, Month(mp + 3), day
	}
	return year + 1, Month(mp - 9), day
}

// daysSince is civil's inverse.
func daysSince(year int64, month Month, day int) int64 {
	m := int64(month)
	if m <= 2 {
		year--
		m += 12
	}
	era := floorDiv(year, 400)
	yoe := year - era*400
	doy := (153*(m-3)+2)/5 + int64(day) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 306
}

func (t Time) Date() (year int, month Month, day int) {
	y, m, d := civil(t.days())
	return int(y), m, d
}

func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

func (t Time) Weekday() Weekday { return Weekday(floorMod(t.days()+1, 7)) }

func (t Time) YearDay() int {
	days := t.days()
	y, _, _ := civil(days)
	return int(days-daysSince(y, January, 1)) + 1
}

// ISOWeek returns the year and week by ISO 8601: the week of a day is that of its Thursday.
func (t Time) ISOWeek() (year, week int) {
	days := t.days()
	thursday := days + 3 - floorMod(days, 7) // day 0 was a Monday
	y, _, _ := civil(thursday)
	return int(y), int(thursday-daysSince(y, January, 1))/7 + 1
}

func (t Time) secondOfDay() int { return int(floorMod(t.local(), secondsPerDay)) }

func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int   { return t.secondOfDay() / 3600 }
func (t Time) Minute() int { return t.secondOfDay() / 60 % 60 }
func (t Time) Second() int { return t.secondOfDay() % 60 }

// Date returns the time of a date and clock; values out of range carry over.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	y := int64(year) + floorDiv(m, 12)
	m = floorMod(m, 12)
	s := int64(sec) + floorDiv(int64(nsec), 1e9)
	n := floorMod(int64(nsec), 1e9)
	days := daysSince(y, Month(m+1), 1) + int64(day) - 1
	clock := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + s
	t := Time{sec: clock, nsec: int32(n), loc: loc}
	// the offset is that of the instant itself: guess with the offset at the clock time taken as UTC, then look again
	_, offset := t.zone()
	if offset != 0 {
		t.sec = clock - int64(offset)
		if _, again := t.zone(); again != offset {
			t.sec = clock - int64(again)
		}
	}
	if loc == UTC {
		t.loc = nil
	}
	return t
}

// AddDate adds years, months and days, normalized as Date does.
func (t Time) AddDate(years int, months int, days int) Time {
	y, m, d := t.Date()
	hour, min, sec := t.Clock()
	return Date(y+years, m+Month(months), d+days, hour, min, sec, int(t.nsec), t.Location())
}

// Truncate rounds down to a multiple of d since year 1; it drops the monotonic clock.
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.since(d))
}

// Round rounds to the nearest multiple of d since year 1, halfway values up; it drops the monotonic clock.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.since(d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// since is t modulo d, in 128-bit arithmetic by parts.
func (t Time) since(d Duration) Duration {
	m := uint64(d)
	sec := uint64(floorMod(t.sec, int64(m))) // (sec * 1e9 + nsec) mod m, doubling step by step
	r := uint64(0)
	for bit := 29; bit >= 0; bit-- {
		r = r * 2 % m
		if 1000000000>>uint(bit)&1 != 0 {
			r = (r + sec) % m
		}
	}
	return Duration((r + uint64(t.nsec)) % m)
}

func (t Time) UTC() Time {
	t.loc = nil
	return t
}

func (t Time) Local() Time {
	t.loc = Local
	return t
}

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	if loc == UTC {
		t.loc = nil
	}
	return t
}

func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the name and offset (seconds east of UTC) in force.
func (t Time) Zone() (name string, offset int) { return t.zone() }

func (t Time) zone() (name string, offset int) {
	if t.loc == nil {
		return "UTC", 0
	}
	return t.loc.lookup(t.Unix())
}
