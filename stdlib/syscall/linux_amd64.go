package syscall

// Numbers of system calls on amd64.
const (
	SYS_READ          = 0
	SYS_WRITE         = 1
	SYS_CLOSE         = 3
	SYS_FSTAT         = 5
	SYS_LSEEK         = 8
	SYS_PREAD64       = 17
	SYS_PWRITE64      = 18
	SYS_GETPID        = 39
	SYS_GETPPID       = 110
	SYS_GETUID        = 102
	SYS_GETEUID       = 107
	SYS_GETGID        = 104
	SYS_GETEGID       = 108
	SYS_KILL          = 62
	SYS_FTRUNCATE     = 77
	SYS_FSYNC         = 74
	SYS_GETCWD        = 79
	SYS_CHDIR         = 80
	SYS_OPENAT        = 257
	SYS_MKNODAT       = 259
	SYS_MKDIRAT       = 258
	SYS_UNLINKAT      = 263
	SYS_RENAMEAT2     = 316
	SYS_SYMLINKAT     = 266
	SYS_READLINKAT    = 267
	SYS_FCHMODAT      = 268
	SYS_NEWFSTATAT    = 262
	SYS_GETDENTS64    = 217
	SYS_PIPE2         = 293
	SYS_EXIT_GROUP    = 231
	SYS_UNAME         = 63
	SYS_DUP3          = 292
	SYS_FCNTL         = 72
	SYS_IOCTL         = 16
	SYS_FACCESSAT     = 269
	SYS_UTIMENSAT     = 280
	SYS_CLOCK_GETTIME = 228
	SYS_NANOSLEEP     = 35
	SYS_WAIT4         = 61
	SYS_WAITID        = 247
	SYS_MPROTECT      = 10
	SYS_EXECVE        = 59
	SYS_CLONE         = 56
	SYS_GETRANDOM     = 318
	SYS_TRUNCATE      = 76
	SYS_LINKAT        = 265
	SYS_FCHDIR        = 81
	SYS_FCHOWNAT      = 260
	SYS_UMASK         = 95
	SYS_MMAP          = 9
	SYS_MUNMAP        = 11
	SYS_SOCKET        = 41
	SYS_CONNECT       = 42
	SYS_ACCEPT4       = 288
	SYS_BIND          = 49
	SYS_LISTEN        = 50
	SYS_GETSOCKNAME   = 51
	SYS_GETPEERNAME   = 52
	SYS_SENDTO        = 44
	SYS_RECVFROM      = 45
	SYS_SETSOCKOPT    = 54
	SYS_GETSOCKOPT    = 55
	SYS_SHUTDOWN      = 48
	SYS_EPOLL_CREATE1 = 291
	SYS_EPOLL_CTL     = 233
	SYS_GETTIMEOFDAY  = 96
	SYS_GETTID        = 186
	SYS_TGKILL        = 234
	SYS_SOCKETPAIR    = 53
	SYS_RECVMSG       = 47
	SYS_SENDMSG       = 46
	SYS_PRLIMIT64     = 302
	SYS_PPOLL         = 271
	SYS_DUP           = 32
	SYS_FCHMOD        = 91
	SYS_GETRUSAGE     = 98
)

// Stat_t is the kernel's struct stat.
type Stat_t struct {
	Dev     uint64
	Ino     uint64
	Nlink   uint64
	Mode    uint32
	Uid     uint32
	Gid     uint32
	_       int32
	Rdev    uint64
	Size    int64
	Blksize int64
	Blocks  int64
	Atim    Timespec
	Mtim    Timespec
	Ctim    Timespec
	_       [3]int64
}
