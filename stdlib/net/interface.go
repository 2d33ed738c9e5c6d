package net

import (
	"errors"
	"os"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

// An Interface is one of the machine's to a network.
type Interface struct {
	Index        int
	MTU          int
	Name         string
	HardwareAddr HardwareAddr
	Flags        Flags
}

type Flags uint

const (
	FlagUp Flags = 1 << iota
	FlagBroadcast
	FlagLoopback
	FlagPointToPoint
	FlagMulticast
	FlagRunning
)

var flagNames = [...]string{"up", "broadcast", "loopback", "pointtopoint", "multicast", "running"}

func (f Flags) String() string {
	var list []string
	for i, name := range flagNames {
		if f&(1<<i) != 0 {
			list = append(list, name)
		}
	}
	if len(list) == 0 {
		return "0"
	}
	return strings.Join(list, "|")
}

// The kernel's bits for these. It tells in another place whether an interface runs.
var ifFlags = [...]uint64{0x1, 0x2, 0x8, 0x10, 0x1000}

const classNet = "/sys/class/net/"

func attribute(name, attr string) string {
	b, _ := os.ReadFile(classNet + name + "/" + attr)
	return strings.TrimSpace(string(b))
}

func interfaceOf(name string) Interface {
	ifi := Interface{Name: name}
	ifi.Index, _ = strconv.Atoi(attribute(name, "ifindex"))
	ifi.MTU, _ = strconv.Atoi(attribute(name, "mtu"))
	if hw, err := ParseMAC(attribute(name, "address")); err == nil && !allZero(hw) {
		ifi.HardwareAddr = hw
	}
	bits, _ := strconv.ParseUint(attribute(name, "flags"), 0, 64)
	for i, bit := range ifFlags {
		if bits&bit != 0 {
			ifi.Flags |= 1 << i
		}
	}
	if state := attribute(name, "operstate"); ifi.Flags&FlagUp != 0 && (state == "up" || state == "unknown") {
		ifi.Flags |= FlagRunning
	}
	return ifi
}

func routeError(err error) error {
	return &OpError{Op: "route", Net: "ip+net", Source: nil, Addr: nil, Err: err}
}

// Interfaces lists them by index.
func Interfaces() ([]Interface, error) {
	list, err := os.ReadDir(classNet)
	if err != nil {
		return nil, routeError(err)
	}
	var ifs []Interface
	for _, e := range list {
		if ifi := interfaceOf(e.Name()); ifi.Index > 0 {
			ifs = append(ifs, ifi)
		}
	}
	sort.Slice(ifs, func(i, j int) bool { return ifs[i].Index < ifs[j].Index })
	return ifs, nil
}

func InterfaceByIndex(index int) (*Interface, error) {
	if index <= 0 {
		return nil, routeError(errors.New("invalid network interface index"))
	}
	ifs, err := Interfaces()
	if err != nil {
		return nil, err
	}
	for i := range ifs {
		if ifs[i].Index == index {
			return &ifs[i], nil
		}
	}
	return nil, routeError(errors.New("no such network interface"))
}

func InterfaceByName(name string) (*Interface, error) {
	if name == "" || strings.ContainsAny(name, "/") || name[0] == '.' {
		return nil, routeError(errors.New("invalid network interface name"))
	}
	if ifi := interfaceOf(name); ifi.Index > 0 {
		return &ifi, nil
	}
	return nil, routeError(errors.New("no such network interface"))
}

// ---- addresses, by netlink ----

const (
	afNetlink  = 16
	getAddr    = 22
	newAddr    = 20
	msgDone    = 3
	msgError   = 2
	attrAddr   = 1
	attrLocal  = 2
	dumpFlags  = 0x301
	headerSize = 16
)

// netlinkAddrs asks the kernel for all addresses and gives the messages.
func netlinkAddrs() ([]byte, error) {
	s, err := syscall.Socket(afNetlink, syscall.SOCK_RAW|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, os.NewSyscallError("netlinkrib", err)
	}
	defer syscall.Close(s)
	req := make([]byte, headerSize+8)
	*(*uint32)(unsafe.Pointer(&req[0])) = uint32(len(req))
	*(*uint16)(unsafe.Pointer(&req[4])) = getAddr
	*(*uint16)(unsafe.Pointer(&req[6])) = dumpFlags
	if _, err := syscall.Write(s, req); err != nil {
		return nil, os.NewSyscallError("netlinkrib", err)
	}
	var all []byte
	buf := make([]byte, 1<<15)
	for {
		n, err := syscall.Read(s, buf)
		if err != nil {
			return nil, os.NewSyscallError("netlinkrib", err)
		}
		for b := buf[:n]; len(b) >= headerSize; {
			size := int(*(*uint32)(unsafe.Pointer(&b[0])))
			kind := *(*uint16)(unsafe.Pointer(&b[4]))
			if size < headerSize || size > len(b) || kind == msgError {
				return nil, os.NewSyscallError("netlinkrib", syscall.EINVAL)
			}
			if kind == msgDone {
				return all, nil
			}
			all = append(all, b[:size]...)
			b = b[min((size+3)&^3, len(b)):]
		}
	}
}

// addrIn reads one message about an address.
func addrIn(m []byte) *IPNet {
	ones := int(m[headerSize+1])
	var ip IP
	for a := m[headerSize+8:]; len(a) >= 4; {
		size := int(*(*uint16)(unsafe.Pointer(&a[0])))
		if size < 4 || size > len(a) {
			break
		}
		kind := *(*uint16)(unsafe.Pointer(&a[2]))
		if kind == attrLocal || kind == attrAddr && ip == nil {
			ip = append(IP(nil), a[4:size]...)
		}
		a = a[min((size+3)&^3, len(a)):]
	}
	if len(ip) == IPv4len {
		return &IPNet{IP: ip.To16(), Mask: CIDRMask(ones, 32)}
	}
	if len(ip) == IPv6len {
		return &IPNet{IP: ip, Mask: CIDRMask(ones, 128)}
	}
	return nil
}

// addresses are those of an interface, or of all when index is 0.
func addresses(index int) ([]Addr, error) {
	b, err := netlinkAddrs()
	if err != nil {
		return nil, routeError(err)
	}
	var list []Addr
	for len(b) >= headerSize+8 {
		size := int(*(*uint32)(unsafe.Pointer(&b[0])))
		m := b[:size]
		if *(*uint16)(unsafe.Pointer(&m[4])) == newAddr && (index == 0 || int(*(*uint32)(unsafe.Pointer(&m[headerSize+4]))) == index) {
			if n := addrIn(m); n != nil {
				list = append(list, n)
			}
		}
		b = b[size:]
	}
	return list, nil
}

func InterfaceAddrs() ([]Addr, error) { return addresses(0) }

func (ifi *Interface) Addrs() ([]Addr, error) {
	if ifi == nil {
		return nil, routeError(errors.New("invalid network interface"))
	}
	return addresses(ifi.Index)
}
