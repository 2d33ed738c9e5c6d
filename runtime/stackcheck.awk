# stackcheck.awk - puts the stack check (README, abi.h) into the assembly that clang made of the runtime's C.
# -v arch=amd64|arm64, -v off=1 leaves it out. A function is buffered from its label to its .size line; the check goes before its
# first instruction. None for functions that say NOSPLIT, and for leaves with small frames.
function num(s) { gsub(/[$#,]/, "", s); return s + 0 }
function scan(line) {
	if (line ~ /NOSPLIT/) nosplit = 1
	if (arch == "amd64") {
		if (line ~ /^\tcall/) calls = 1
		if (line ~ /^\tpushq/) frame += 8
		if (line ~ /^\tsubq\t\$[0-9]+, %rsp/) frame += num($2)
	} else {
		if (line ~ /^\tblr?\t/) calls = 1
		if (line ~ /^\tsub\tsp, sp, #/) frame += num($4) * (line ~ /lsl #12/ ? 4096 : 1)
		if (line ~ /^\tst[pr]\t.*\[sp, #-[0-9]+\]!/) { f = line; sub(/.*#-/, "", f); sub(/\].*/, "", f); frame += f }
	}
}
function check(args) {
	if (arch == "amd64")
		printf "\tmovq\t%%fs:8, %%r11\n\tcmpq\t16(%%r11), %%rsp\n\tja\t.Lbody%d\n\tmovl\t$%d, %%eax\n\tcallq\truntime.morestack\n.Lbody%d:\n", nfn, args, nfn
	else
		printf "\tldr\tx17, [x28, #16]\n\tmov\tx16, sp\n\tcmp\tx16, x17\n\tb.hi\t.Lbody%d\n\tmov\tx16, x30\n\tmov\tx17, #%d\n\tbl\truntime.morestack\n.Lbody%d:\n", nfn, args, nfn
}
function flush_fn(   i, done, need) {
	need = !off && !nosplit && (calls || frame > 200)
	if (need && frame > 480) {
		printf "stackcheck: %s: frame of %d bytes is too large\n", name, frame > "/dev/stderr"
		bad = 1
	}
	nfn++
	for (i = 1; i <= n; i++) {
		if (need && !done && buf[i] ~ /^\t[a-z]/) {
			check(stackargs[name] + 0)
			done = 1
		}
		print buf[i]
	}
	n = 0
}
BEGIN { stackargs["runtime.growslice"] = stackargs["runtime.blocksyscall"] = arch == "amd64" ? 8 : 0 }
/^\t\.type\t.*@function/ { name = $2; sub(/,.*/, "", name); gsub(/"/, "", name); label = name ":" }
name != "" && index($0, label) == 1 { infn = 1; n = 0; nosplit = calls = frame = 0 }
infn {
	buf[++n] = $0
	scan($0)
	if ($0 ~ /^\t\.size\t/) { infn = 0; flush_fn(); name = "" }
	next
}
{ print }
END { exit bad }
