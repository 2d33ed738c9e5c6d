package time

import "syscall"

// A Location is a time zone: one fixed offset, or transitions between several.
type Location struct {
	name  string
	zones []zone
	trans []transition
}

type zone struct {
	name   string
	offset int
	dst    bool
}

type transition struct {
	when int64 // seconds since 1970
	zone int
}

var utcLocation = Location{name: "UTC"}

// UTC is Universal Coordinated Time.
var UTC *Location = &utcLocation

// Local is the system's zone: $TZ, else /etc/localtime, else UTC.
var Local *Location = &localLocation

var localLocation = Location{name: "Local"}
var localRead bool

func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a Location with one name and offset.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name, offset, false}}}
}

// lookup finds what is in force at a time (seconds since 1970).
func (l *Location) lookup(sec int64) (name string, offset int) {
	if l == &localLocation && !localRead {
		localRead = true
		readLocal()
	}
	if len(l.zones) == 0 {
		return "UTC", 0
	}
	lo, hi := 0, len(l.trans)
	for lo < hi {
		if mid := int(uint(lo+hi) >> 1); l.trans[mid].when <= sec {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	z := 0
	if lo > 0 {
		z = l.trans[lo-1].zone
	} else {
		for i := range l.zones { // before the first transition: the first standard time
			if !l.zones[i].dst {
				z = i
				break
			}
		}
	}
	return l.zones[z].name, l.zones[z].offset
}

// readLocal fills Local in.
func readLocal() {
	path := "/etc/localtime"
	if tz, ok := syscall.Getenv("TZ"); ok {
		if tz != "" && tz[0] == ':' {
			tz = tz[1:]
		}
		switch {
		case tz == "" || tz == "UTC":
			localLocation.name = "UTC"
			return
		case tz[0] == '/':
			path = tz
		default:
			path = zoneDirs[0] + tz
		}
	}
	if l, ok := parseZone(readFile(path)); ok {
		localLocation.zones, localLocation.trans = l.zones, l.trans
	}
}

var zoneDirs = [...]string{"/usr/share/zoneinfo/", "/usr/share/lib/zoneinfo/", "/etc/zoneinfo/"}

// LoadLocation finds a zone of the IANA database in the system's files, or in $ZONEINFO.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	unknown := &durationError{"unknown time zone " + name}
	for i := 0; i < len(name); i++ {
		if name[i] == '\\' || name[i] == '.' && i+1 < len(name) && name[i+1] == '.' || i == 0 && name[0] == '/' {
			return nil, &durationError{"time: invalid location name"}
		}
	}
	dirs := zoneDirs[:]
	if dir, ok := syscall.Getenv("ZONEINFO"); ok && dir != "" {
		dirs = append([]string{dir + "/"}, dirs...)
	}
	for _, dir := range dirs {
		if l, ok := parseZone(readFile(dir + name)); ok {
			l.name = name
			return l, nil
		}
	}
	return nil, unknown
}

// LoadLocationFromTZData makes a Location of a TZif file's contents.
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	l, ok := parseZone(data)
	if !ok {
		return nil, &durationError{"malformed time zone information"}
	}
	l.name = name
	return l, nil
}

// readFile returns a small file's contents, nil when it cannot be read.
func readFile(path string) []byte {
	fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return nil
	}
	var data []byte
	buf := make([]byte, 4096)
	for {
		n, err := syscall.Read(fd, buf)
		if n <= 0 || err != nil || len(data) > 1<<20 {
			break
		}
		data = append(data, buf[:n]...)
	}
	syscall.Close(fd)
	return data
}

// A zoneReader takes big-endian numbers off the front of data; ok turns false at its end.
type zoneReader struct {
	data []byte
	ok   bool
}

func (r *zoneReader) take(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.ok = false
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func number(b []byte) (v int64) {
	if len(b) > 0 {
		v = int64(int8(b[0]))
	}
	for i := 1; i < len(b); i++ {
		v = v<<8 | int64(b[i])
	}
	return v
}

// parseZone reads a TZif file (RFC 8536); of version 2 and later the part with 64-bit times.
func parseZone(data []byte) (*Location, bool) {
	r := &zoneReader{data, len(data) >= 44}
	size := 4
	for part := 0; ; part++ {
		head := r.take(44)
		if !r.ok || string(head[:4]) != "TZif" {
			return nil, false
		}
		var n [6]int // isutc, isstd, leap, time, type, char
		for i := range n {
			n[i] = int(number(head[20+4*i : 24+4*i]))
		}
		if head[4] >= '2' && part == 0 {
			r.take(n[3]*5 + n[4]*6 + n[5] + n[2]*8 + n[1] + n[0])
			size = 8
			continue
		}
		times, which := r.take(n[3]*size), r.take(n[3])
		types, names := r.take(n[4]*6), r.take(n[5])
		if !r.ok || n[4] == 0 {
			return nil, false
		}
		l := &Location{name: "Local"}
		for i := 0; i < n[4]; i++ {
			t := types[6*i:]
			start := int(t[5])
			end := start
			for end < len(names) && names[end] != 0 {
				end++
			}
			if start > end {
				return nil, false
			}
			l.zones = append(l.zones, zone{string(names[start:end]), int(number(t[:4])), t[4] != 0})
		}
		for i := 0; i < n[3]; i++ {
			if int(which[i]) >= n[4] {
				return nil, false
			}
			l.trans = append(l.trans, transition{number(times[size*i : size*i+size]), int(which[i])})
		}
		return l, true
	}
}
