# P14: GOSSAFUNC=add writes ssa.html: sources, a column per phase, LLVM IR, assembly; a click marks a value in every column.
set -e
cat > a.go <<'E'
package main

func add(a, b int) int { return a + b }

func main() { println(add(1, 2)) }
E
GOSSAFUNC=add $MINIGO build -o a a.go > log
grep -q 'dumped SSA for main.add' log
test "$(./a 2>&1)" = 3
for title in sources start 'LLVM IR' asm lower; do
	grep -q "<h2>[^<]*$title" ssa.html || { echo "no column $title"; exit 1; }
done
grep -q 'Add64' ssa.html
if grep -Eq '(src|href)=' ssa.html; then echo 'not self-contained'; exit 1; fi
chromium=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || exit 77
# a copy that clicks v2 by itself and tells how many places are marked
sed 's|</body>|<script>document.querySelector("[data-k=v2]").click();document.title="marked "+document.querySelectorAll("[data-k=v2].h0").length;</script></body>|' ssa.html > click.html
timeout 60 $chromium --headless --no-sandbox --disable-gpu --user-data-dir="$PWD/profile" --dump-dom "file://$PWD/click.html" > dom 2> /dev/null
marked=$(sed -n 's/.*<title>marked \([0-9]*\)<.*/\1/p' dom)
test "${marked:-0}" -gt 3 || { echo "marked: $marked"; exit 1; }
