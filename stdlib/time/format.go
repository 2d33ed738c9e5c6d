package time

// Layouts say by the reference time, Mon Jan 2 15:04:05 MST 2006, how a time is written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is one part of a layout.
type element int

const (
	none element = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longDay
	shortDay
	day
	underDay
	zeroDay
	underYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	minute
	zeroMinute
	second
	zeroSecond
	longYear
	year
	upperPM
	lowerPM
	zoneName
	isoZone      // Z0700
	isoSecZone   // Z070000
	isoShortZone // Z07
	isoColonZone // Z07:00
	isoColonSec  // Z07:00:00
	numZone      // -0700
	numSecZone   // -070000
	numShortZone // -07
	numColonZone // -07:00
	numColonSec  // -07:00:00
	fraction0    // .000: with trailing zeros; also ,000
	fraction9    // .999: without
)

// texts in the order in which they are tried: longer ones before their own prefixes
var elements = [...]struct {
	text string
	e    element
}{
	{"January", longMonth}, {"Jan", shortMonth}, {"Monday", longDay}, {"Mon", shortDay}, {"MST", zoneName},
	{"01", zeroMonth}, {"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute}, {"05", zeroSecond}, {"06", year}, {"002", zeroYearDay},
	{"15", hour24}, {"1", numMonth}, {"2006", longYear}, {"2", day}, {"__2", underYearDay}, {"_2", underDay},
	{"3", hour12}, {"4", minute}, {"5", second}, {"PM", upperPM}, {"pm", lowerPM},
	{"-07:00:00", numColonSec}, {"-070000", numSecZone}, {"-07:00", numColonZone}, {"-0700", numZone}, {"-07", numShortZone},
	{"Z07:00:00", isoColonSec}, {"Z070000", isoSecZone}, {"Z07:00", isoColonZone}, {"Z0700", isoZone}, {"Z07", isoShortZone},
}

func hasPrefix(s, p string) bool { return len(s) >= len(p) && s[:len(p)] == p }

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// nextElement splits a layout around its first element. digits is for fractions.
func nextElement(layout string) (before string, e element, digits int, after string) {
	for i := 0; i < len(layout); i++ {
		rest := layout[i:]
		switch c := rest[0]; c {
		case '.', ',':
			if len(rest) > 1 && (rest[1] == '0' || rest[1] == '9') {
				j := 1
				for j < len(rest) && rest[j] == rest[1] {
					j++
				}
				if !isDigit(rest, j) {
					e = fraction0
					if rest[1] == '9' {
						e = fraction9
					}
					return layout[:i], e, j - 1, rest[j:]
				}
			}
			continue
		case '_':
			if hasPrefix(rest, "_2006") { // an underscore, then the year
				return layout[:i+1], longYear, 0, rest[5:]
			}
		case 'J', 'M', '0', '1', '2', '3', '4', '5', 'P', 'p', '-', 'Z':
		default:
			continue
		}
		for k := range elements {
			x := &elements[k]
			if !hasPrefix(rest, x.text) {
				continue
			}
			if x.e == shortMonth && len(rest) > 3 && 'a' <= rest[3] && rest[3] <= 'z' ||
				x.e == shortDay && len(rest) > 3 && 'a' <= rest[3] && rest[3] <= 'z' { // a word that only starts like it
				continue
			}
			return layout[:i], x.e, 0, rest[len(x.text):]
		}
	}
	return layout, none, 0, ""
}

// appendNum writes v with at least width digits, filled up with fill.
func appendNum(b []byte, v, width int, fill byte) []byte {
	if v < 0 {
		b = append(b, '-')
		v = -v
	}
	var buf [20]byte
	at := putInt(buf[:], uint64(v))
	for n := len(buf) - at; n < width; n++ {
		b = append(b, fill)
	}
	return append(b, buf[at:]...)
}

// Format writes t by a layout.
func (t Time) Format(layout string) string { return string(t.AppendFormat(nil, layout)) }

// AppendFormat appends Format(layout).
func (t Time) AppendFormat(b []byte, layout string) []byte {
	y, mon, d := t.Date()
	h, m, s := t.Clock()
	name, offset := t.zone()
	for layout != "" {
		before, e, digits, after := nextElement(layout)
		b = append(b, before...)
		elem := layout[len(before):]
		layout = after
		switch e {
		case none:
			return b
		case longMonth:
			b = append(b, mon.String()...)
		case shortMonth:
			b = append(b, mon.String()[:3]...)
		case numMonth:
			b = appendNum(b, int(mon), 0, '0')
		case zeroMonth:
			b = appendNum(b, int(mon), 2, '0')
		case longDay:
			b = append(b, t.Weekday().String()...)
		case shortDay:
			b = append(b, t.Weekday().String()[:3]...)
		case day:
			b = appendNum(b, d, 0, '0')
		case underDay:
			b = appendNum(b, d, 2, ' ')
		case zeroDay:
			b = appendNum(b, d, 2, '0')
		case underYearDay:
			b = appendNum(b, t.YearDay(), 3, ' ')
		case zeroYearDay:
			b = appendNum(b, t.YearDay(), 3, '0')
		case hour24:
			b = appendNum(b, h, 2, '0')
		case hour12:
			b = appendNum(b, (h+11)%12+1, 0, '0')
		case zeroHour12:
			b = appendNum(b, (h+11)%12+1, 2, '0')
		case minute:
			b = appendNum(b, m, 0, '0')
		case zeroMinute:
			b = appendNum(b, m, 2, '0')
		case second:
			b = appendNum(b, s, 0, '0')
		case zeroSecond:
			b = appendNum(b, s, 2, '0')
		case longYear:
			b = appendNum(b, y, 4, '0')
		case year:
			b = appendNum(b, max(y, -y)%100, 2, '0')
		case upperPM, lowerPM:
			text := "am"
			if h >= 12 {
				text = "pm"
			}
			if e == upperPM {
				b = append(b, text[0]-32, 'M')
			} else {
				b = append(b, text...)
			}
		case zoneName:
			if name != "" {
				b = append(b, name...)
				break
			}
			b = appendSign(b, &offset)
			b = appendNum(b, offset/3600, 2, '0')
			b = appendNum(b, offset/60%60, 2, '0')
		case fraction0, fraction9:
			b = appendFraction(b, elem[0], int(t.nsec), digits, e == fraction9)
		default:
			b = appendOffset(b, e, offset)
		}
	}
	return b
}

func appendSign(b []byte, offset *int) []byte {
	negative := *offset/60 < 0 // seconds alone have no sign
	*offset = max(*offset, -*offset)
	if negative {
		return append(b, '-')
	}
	return append(b, '+')
}

func appendOffset(b []byte, e element, offset int) []byte {
	if isoZone <= e && e <= isoColonSec {
		if offset == 0 {
			return append(b, 'Z')
		}
		e += numZone - isoZone
	}
	b = appendSign(b, &offset)
	b = appendNum(b, offset/3600, 2, '0')
	if e == numShortZone {
		return b
	}
	if e == numColonZone || e == numColonSec {
		b = append(b, ':')
	}
	b = appendNum(b, offset/60%60, 2, '0')
	switch e {
	case numColonSec:
		b = append(b, ':')
		fallthrough
	case numSecZone:
		b = appendNum(b, offset%60, 2, '0')
	}
	return b
}

func appendFraction(b []byte, point byte, nsec, digits int, trim bool) []byte {
	var buf [9]byte
	for i := 8; i >= 0; i-- {
		buf[i] = byte(nsec%10) + '0'
		nsec /= 10
	}
	digits = min(digits, 9)
	if trim {
		for digits > 0 && buf[digits-1] == '0' {
			digits--
		}
		if digits == 0 {
			return b
		}
	}
	return append(append(b, point), buf[:digits]...)
}

// String writes t by "2006-01-02 15:04:05.999999999 -0700 MST", and the monotonic clock's reading when it has one.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		m := t.mono - 1
		sign := byte('+')
		if m < 0 {
			sign, m = '-', -m
		}
		b := append([]byte(s), " m="...)
		b = append(b, sign)
		b = appendNum(b, int(m/1e9), 0, '0')
		b = append(b, '.')
		s = string(appendNum(b, int(m%1e9), 9, '0'))
	}
	return s
}

// GoString writes t as Go source.
func (t Time) GoString() string {
	y, mon, d := t.Date()
	h, m, s := t.Clock()
	b := append([]byte("time.Date("), itoa(uint64(y))...)
	b = append(b, ", time."...)
	b = append(b, mon.String()...)
	for _, v := range [...]int{d, h, m, s, int(t.nsec)} {
		b = append(b, ", "...)
		b = append(b, itoa(uint64(v))...)
	}
	switch loc := t.Location(); loc {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location("...)
		b = append(append(b, quote(loc.name)...), "))"...)
	}
	return string(b)
}

// A ParseError says where a text does not fit its layout.
type ParseError struct {
	Layout, Value, LayoutElem, ValueElem string
	Message                              string
}

func (e *ParseError) Error() string {
	if e.Message == "" {
		return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
	}
	return "parsing time " + quote(e.Value) + e.Message
}

// Parse reads a text written by layout; UTC where it has no zone.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation takes loc where the text has no zone.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// A parser reads the value's parts.
type parser struct {
	value                      string
	ok                         bool
	rangeText                  string // what is out of range
	year, yday, hour, min, sec int
	month, day                 int
	nsec                       int
	pm, pmSet, hasOffset, utc  bool
	offset                     int
	zone                       string
}

// num takes between lo and hi digits.
func (p *parser) num(lo, hi int) (v int) {
	n := 0
	for n < hi && isDigit(p.value, n) {
		v = v*10 + int(p.value[n]-'0')
		n++
	}
	if n < lo {
		p.ok = false
	}
	p.value = p.value[n:]
	return v
}

func (p *parser) name(table []string, short bool) int {
	for i, s := range table {
		if short {
			s = s[:3]
		}
		if len(p.value) >= len(s) && sameLetters(p.value[:len(s)], s) {
			p.value = p.value[len(s):]
			return i
		}
	}
	p.ok = false
	return 0
}

func sameLetters(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// limit remembers the first part that is out of range.
func (p *parser) limit(v, lo, hi int, what string) {
	if p.ok && (v < lo || v > hi) && p.rangeText == "" {
		p.rangeText = what
	}
}

func (p *parser) byte(c byte) {
	if p.value == "" || p.value[0] != c {
		p.ok = false
		return
	}
	p.value = p.value[1:]
}

func (p *parser) readOffset(e element) {
	if isoZone <= e && e <= isoColonSec {
		if hasPrefix(p.value, "Z") {
			p.value = p.value[1:]
			p.utc = true
			return
		}
		e += numZone - isoZone
	}
	sign := 1
	switch {
	case hasPrefix(p.value, "-"):
		sign = -1
	case !hasPrefix(p.value, "+"):
		p.ok = false
		return
	}
	p.value = p.value[1:]
	hh := p.num(2, 2)
	mm, ss := 0, 0
	if e != numShortZone {
		if e == numColonZone || e == numColonSec {
			p.byte(':')
		}
		mm = p.num(2, 2)
	}
	if e == numColonSec || e == numSecZone {
		if e == numColonSec {
			p.byte(':')
		}
		ss = p.num(2, 2)
	}
	p.limit(hh, 0, 24, "time zone offset hour")
	p.limit(mm, 0, 60, "time zone offset minute")
	p.limit(ss, 0, 60, "time zone offset second")
	p.hasOffset = true
	p.offset = sign * (hh*3600 + mm*60 + ss)
}

// readFraction takes a point and digits; digits < 0: as many as there are.
func (p *parser) readFraction(digits int) {
	if p.value == "" || p.value[0] != '.' && p.value[0] != ',' {
		p.ok = false
		return
	}
	n := 1
	for isDigit(p.value, n) {
		n++
	}
	if digits >= 0 {
		if n-1 < digits {
			p.ok = false
			return
		}
		n = digits + 1
	}
	p.nsec = 0
	for i := 1; i <= 9; i++ {
		p.nsec *= 10
		if i < n {
			p.nsec += int(p.value[i] - '0')
		}
	}
	p.value = p.value[n:]
}

// readZone takes an abbreviation: three or four capitals, five ending in ST, UTC, GMT+3, or ±hh.
func (p *parser) readZone() {
	if hasPrefix(p.value, "UTC") {
		p.utc = true
		p.value = p.value[3:]
		return
	}
	n := 0
	for n < len(p.value) && 'A' <= p.value[n] && p.value[n] <= 'Z' && n < 6 {
		n++
	}
	switch {
	case n == 0 && p.value != "" && (p.value[0] == '+' || p.value[0] == '-') && isDigit(p.value, 1) && isDigit(p.value, 2):
		n = 3
	case n >= 3 && hasPrefix(p.value, "GMT"):
		n = 3
		if len(p.value) > 4 && (p.value[3] == '+' || p.value[3] == '-') && isDigit(p.value, 4) {
			n = 5
			if isDigit(p.value, 5) {
				n = 6
			}
		}
	case n == 3, n == 4 && (p.value[3] == 'T' || p.value[:4] == "WITA"), n == 5 && p.value[4] == 'T':
	default:
		p.ok = false
		return
	}
	p.zone = p.value[:n]
	p.value = p.value[n:]
}

func parse(layout, value string, defaultLoc, local *Location) (Time, error) {
	p := &parser{value: value, ok: true, month: -1, day: -1, yday: -1}
	whole := layout
	for {
		before, e, digits, after := nextElement(layout)
		elem := layout[len(before) : len(layout)-len(after)]
		hold := p.value
		if !p.skip(before) {
			return Time{}, &ParseError{whole, value, before, p.value, ""}
		}
		if e == none {
			if p.value != "" {
				return Time{}, &ParseError{whole, value, "", p.value, ": extra text: " + quote(p.value)}
			}
			break
		}
		hold = p.value
		layout = after
		p.element(e, digits, after)
		if p.rangeText != "" {
			return Time{}, &ParseError{whole, value, elem, value, ": " + p.rangeText + " out of range"}
		}
		if !p.ok {
			return Time{}, &ParseError{whole, value, elem, hold, ""}
		}
	}
	return p.result(whole, value, defaultLoc, local)
}

// skip takes literal text; runs of spaces match any number of them.
func (p *parser) skip(text string) bool {
	for text != "" {
		if text[0] == ' ' {
			if p.value != "" && p.value[0] != ' ' {
				return false
			}
			for text != "" && text[0] == ' ' {
				text = text[1:]
			}
			for p.value != "" && p.value[0] == ' ' {
				p.value = p.value[1:]
			}
			continue
		}
		if p.value == "" || p.value[0] != text[0] {
			return false
		}
		text, p.value = text[1:], p.value[1:]
	}
	return true
}

func (p *parser) element(e element, digits int, after string) {
	switch e {
	case year:
		p.year = p.num(2, 2)
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longYear:
		p.year = p.num(4, 4)
	case longMonth:
		p.month = p.name(monthNames[:], false) + 1
	case shortMonth:
		p.month = p.name(monthNames[:], true) + 1
	case numMonth, zeroMonth:
		p.month = p.num(1+int(e-numMonth), 2)
		p.limit(p.month, 1, 12, "month")
	case longDay:
		p.name(dayNames[:], false)
	case shortDay:
		p.name(dayNames[:], true)
	case day, underDay, zeroDay:
		if e == underDay && hasPrefix(p.value, " ") {
			p.value = p.value[1:]
		}
		p.day = p.num(1+b2i(e == zeroDay), 2)
	case underYearDay, zeroYearDay:
		for i := 0; i < 2 && e == underYearDay && hasPrefix(p.value, " "); i++ {
			p.value = p.value[1:]
		}
		p.yday = p.num(1+2*b2i(e == zeroYearDay), 3)
	case hour24:
		p.hour = p.num(1, 2)
		p.limit(p.hour, 0, 23, "hour")
	case hour12, zeroHour12:
		p.hour = p.num(1+b2i(e == zeroHour12), 2)
		p.limit(p.hour, 0, 12, "hour")
	case minute, zeroMinute:
		p.min = p.num(1+int(e-minute), 2)
		p.limit(p.min, 0, 59, "minute")
	case second, zeroSecond:
		p.sec = p.num(1+int(e-second), 2)
		p.limit(p.sec, 0, 59, "second")
		// a fraction may follow seconds even where the layout has none
		if len(p.value) >= 2 && (p.value[0] == '.' || p.value[0] == ',') && isDigit(p.value, 1) {
			if before, next, _, _ := nextElement(after); before == "" && (next == fraction0 || next == fraction9) {
				break
			}
			p.readFraction(-1)
		}
	case upperPM, lowerPM:
		am, pm := "AM", "PM"
		if e == lowerPM {
			am, pm = "am", "pm"
		}
		switch {
		case hasPrefix(p.value, pm):
			p.pm = true
		case !hasPrefix(p.value, am):
			p.ok = false
			return
		}
		p.pmSet = true
		p.value = p.value[2:]
	case zoneName:
		p.readZone()
	case fraction0:
		p.readFraction(digits)
	case fraction9:
		if len(p.value) >= 2 && (p.value[0] == '.' || p.value[0] == ',') && isDigit(p.value, 1) {
			p.readFraction(-1)
		}
	default:
		p.readOffset(e)
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func daysIn(m Month, y int) int {
	return int(daysSince(int64(y)+int64(m)/12, m%12+1, 1) - daysSince(int64(y), m, 1))
}

func (p *parser) result(layout, value string, defaultLoc, local *Location) (Time, error) {
	outOfRange := func(what string) (Time, error) {
		return Time{}, &ParseError{layout, value, "", value, ": " + what + " out of range"}
	}
	if p.pmSet {
		if p.pm && p.hour < 12 {
			p.hour += 12
		} else if !p.pm && p.hour == 12 {
			p.hour = 0
		}
	}
	if p.yday >= 0 {
		most := int(daysSince(int64(p.year)+1, 1, 1) - daysSince(int64(p.year), 1, 1))
		if p.yday < 1 || p.yday > most {
			return outOfRange("day-of-year")
		}
		_, m, d := civil(daysSince(int64(p.year), 1, 1) + int64(p.yday) - 1)
		if p.month >= 0 && p.month != int(m) {
			return Time{}, &ParseError{layout, value, "", value, ": day-of-year does not match month"}
		}
		if p.day >= 0 && p.day != d {
			return Time{}, &ParseError{layout, value, "", value, ": day-of-year does not match day"}
		}
		p.month, p.day = int(m), d
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return outOfRange("day")
	}
	at := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, p.nsec, loc)
	}
	switch {
	case p.utc:
		return at(UTC), nil
	case p.hasOffset:
		t := at(UTC)
		t.sec -= int64(p.offset)
		if name, offset := local.lookup(t.Unix()); offset == p.offset && (p.zone == "" || name == p.zone) {
			return t.In(local), nil
		}
		return t.In(FixedZone(p.zone, p.offset)), nil
	case p.zone != "":
		t := at(local)
		if name, _ := t.zone(); name == p.zone {
			return t, nil
		}
		for _, z := range local.zones {
			if z.name == p.zone {
				t = at(UTC)
				t.sec -= int64(z.offset)
				return t.In(local), nil
			}
		}
		offset := 0
		if len(p.zone) > 3 && p.zone[:3] == "GMT" {
			for _, c := range p.zone[4:] {
				offset = offset*10 + int(c-'0')
			}
			offset *= 3600
			if p.zone[3] == '-' {
				offset = -offset
			}
		}
		t = at(UTC)
		t.sec -= int64(offset)
		return t.In(FixedZone(p.zone, offset)), nil
	}
	return at(defaultLoc), nil
}
