#!/usr/bin/env python3
"""seeded.py [-n PROGRAMS] [-size N] [-o LOG] TREE [BUG...]

Does the generator find miscompilations? Each entry of BUGS is a mistake that a compiler writer could make. One at a time is put
into TREE (a copy of the sources with a configured build/ in it), built, given up to PROGRAMS random programs, and taken out
again. Prints a table: the number of the first program that showed a difference, how (other output, a crash of the program, or of
the compiler: that one does not count), and in how many of the programs of its batch. BUG: only those whose name contains the text."""
import argparse, glob, os, re, subprocess, sys

# Bugs in passes show only with optimization; the others are looked for without, which is faster.
BUGS = [
    # name, file, text, what replaces it
    ("sign extension of bytes is a zero extension", "compiler/codegen/lower_arith.c",
     "case OpSignExt: return LLVMBuildSExt(",
     "case OpSignExt: if (LLVMGetIntTypeWidth(LLVMTypeOf(x)) == 8) return LLVMBuildZExt(cg.b, x, t, \"\"); return LLVMBuildSExt("),
    ("shift counts of 16-bit shifts are masked", "compiler/codegen/lower_arith.c",
     "LLVMTypeRef t = LLVMTypeOf(x);\n\tswitch (v->op) {\n\tALL4(OpLsh):",
     "LLVMTypeRef t = LLVMTypeOf(x);\n\tif (LLVMGetIntTypeWidth(t) == 16) { ok = LLVMConstInt(cg.i1, 1, false); "
     "y = LLVMBuildAnd(cg.b, y, LLVMConstInt(t, 15, false), \"\"); }\n\tswitch (v->op) {\n\tALL4(OpLsh):"),
    ("unsigned 32-bit division is signed", "compiler/codegen/lower_arith.c",
     "ALL4U(OpDiv): return divide(v, false, false);",
     "ALL4U(OpDiv): return divide(v, v->op == OpDiv32u, false);"),
    ("a bounds check is proved with <= for <", "compiler/ssa/prove.c",
     "return prover_le(p, i, n, v->auxint == BOUNDS_INDEX ? -1 : 0) && prover_le(p, zero, i, 0);",
     "return prover_le(p, i, n, 0) && prover_le(p, zero, i, 0);"),
    ("loop counters never overflow", "compiler/ssa/prove.c",
     "return hi - r->strict <= type_max(c->phi->type) - c->step;", "return true;"),
    ("remainders are never negative", "compiler/ssa/prove_le.c",
     "*lo = al >= 0 ? 0 : -(bh - 1);", "*lo = 0;"),
    ("a slice expression's low bound is not checked", "compiler/ssa/build_index.c",
     "s->i = b_bounds(b, s->i, s->j, BOUNDS_SLICE_B);", "(void)0;"),
    ("constant folding of unsigned >> keeps the sign", "compiler/ssa/opt_fold.c",
     "default: return over ? 0 : (int64_t)(uns(a, w) >> n);", "default: return over ? 0 : a >> n;"),
    ("constant folding of unsigned < is signed", "compiler/ssa/opt_fold.c",
     "case OpLess8u: *r = uns(a, w) < uns(b, w); return true;", "case OpLess8u: *r = a < b; return true;"),
    ("!= of floats is false for NaN", "compiler/codegen/lower_float.c",
     "fcompare(v, LLVMRealUNE)", "fcompare(v, LLVMRealONE)"),
    ("unsigned integers become float32 with two roundings", "compiler/codegen/lower_float.c",
     "case OpCvtUintF: return LLVMBuildUIToFP(cg.b, lv1(v->args[0]), result1(v), \"\");",
     "case OpCvtUintF: return LLVMBuildFPCast(cg.b, LLVMBuildUIToFP(cg.b, lv1(v->args[0]), cg.f64, \"\"), result1(v), \"\");"),
    ("captured variables that change are captured by value", "compiler/ssa/build_var.c",
     "(o->captured && (o->reassigned || o->is_result || !type_ssaable(b_ty(b, o->type))))",
     "(o->captured && (o->is_result || !type_ssaable(b_ty(b, o->type))))"),
    ("parameters in memory are not copied when they change", "compiler/ssa/build.c",
     "if (type_ssaable(t) || o->reassigned || var_needs_mem(b, o)) {", "if (type_ssaable(t)) {"),
    ("struct equality forgets the last of several fields", "compiler/ssa/build_cmp.c",
     "for (int i = 0; i < u->fields.n; i++) {\n\t\t\tType *ft",
     "for (int i = 0; i < u->fields.n - (u->fields.n > 2); i++) {\n\t\t\tType *ft"),
    ("interfaces are equal when their types are", "compiler/ssa/build_cmp.c",
     "return and_end(b, a, b_rt(b, RT_efaceeq, basic_type[T_BOOL], 3, tx, data_word(b, x), data_word(b, y)));",
     "data_word(b, x);\n\treturn and_end(b, a, b_bool(b, true));"),
    ("variables that a second result points to stay on the frame", "compiler/ssa/escape.c",
     "if (root == ESC_HEAP || root >= e->result0 || r->escapes)\n\t\treturn true;",
     "if (root > e->result0 && v->op == OpNew && v->auxint == NEW_VAR)\n\t\treturn false;\n"
     "\tif (root == ESC_HEAP || root >= e->result0 || r->escapes)\n\t\treturn true;"),
    ("where three values meet, only two let memory escape", "compiler/ssa/escape_flow.c",
     "case OpStructMake: case OpPhi:\n\t\tfor (int k = 0; k < v->nargs; k++)",
     "case OpStructMake: case OpPhi:\n\t\tfor (int k = 0; k < v->nargs && (k < 2 || v->op != OpPhi); k++)"),
    ("append that fills the capacity makes a new array", "compiler/ssa/build_builtin.c",
     "b_v2(b, OpLess64u, basic_type[T_BOOL], g.cap, g.newlen), more", "b_v2(b, OpLeq64u, basic_type[T_BOOL], g.cap, g.newlen), more"),
    ("deferred calls run in the order of their statements", "runtime/panic.c",
     "\td->fn = fn;\n\td->link = t->defers;\n\tt->defers = d;\n",
     "\tDeferRec **p = &t->defers;\n\twhile (*p)\n\t\tp = &(*p)->link;\n\td->fn = fn;\n\td->link = 0;\n\t*p = d;\n"),
    ("a deleted map entry ends searches", "runtime/map.c",
     "\t\tif (match_empty(ctrl(g))) {\n", "\t\tif (true) {\n"),
    ("strings are equal for < when one is a prefix", "runtime/string.c",
     "return (an > bn) - (an < bn);", "return 0;"),
    ("copy to a higher overlapping address goes forward", "runtime/mem.c",
     "\t} else if (d != s) {\n\t\tmove_backward(d, s, n);", "\t} else if (d != s) {\n\t\t(void)move_backward;\n\t\tfor (u64 i = 0; i < n; i++)\n\t\t\t((volatile u8 *)d)[i] = s[i];"),
    ("ways out of a range-over-func body are all the first", "compiler/ssa/build_rangefunc.c",
     "set_mem(b, capture(b, r->next), i + 1);", "set_mem(b, capture(b, r->next), 1);"),
    ("stores keep what was loaded from elsewhere of their memory", "compiler/ssa/cse.c",
     "\tc->mem = c->next_mem++;\n\tremember(c, hash_mem(v->args[0], c->mem)", "\tremember(c, hash_mem(v->args[0], c->mem)"),
    ("a store that is loaded from before the next one is dropped", "compiler/ssa/deadstore.c",
     "if (o->reads || o->effect || o->panics)", "if (o->effect || o->panics)"),
    ("arrays never overlap in part", "compiler/codegen/lower_mem.c", "if (may_overlap(v, n))", "if (may_overlap(v, n) && n == 0)"),
    ("instances for types of one underlying type are one", "compiler/ssa/build.c",
     "sb_puts(&sb, type_linkname(targs.v[i]));", "sb_puts(&sb, type_linkname(type_under(targs.v[i])));"),
]

PASSES = "prove.c", "prove_le.c", "opt_fold.c", "cse.c", "escape.c", "escape_flow.c", "deadstore.c"
BUGS.sort(key=lambda b: b[1].endswith(PASSES))

here = os.path.dirname(os.path.abspath(__file__))
ap = argparse.ArgumentParser()
ap.add_argument("tree")
ap.add_argument("-n", type=int, default=300)
ap.add_argument("-size", type=int, default=8)
ap.add_argument("-batch", type=int, default=25)
ap.add_argument("-generator", default=None)
ap.add_argument("-o")
ap.add_argument("-from", dest="start", type=int, default=0, help="leaves out as many bugs of the list")
ap.add_argument("names", nargs="*")
opt = ap.parse_args()
build = os.path.join(os.path.abspath(opt.tree), "build")
generator = os.path.abspath(opt.generator or os.path.join(build, "seeded.generator"))


def make():
    p = subprocess.run(["make", "-j2", "minigo", "lib/linux_amd64/runtime.a"], cwd=build, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return p.returncode == 0, p.stdout.decode(errors="replace")


def say(text):
    print(text, flush=True)
    if opt.o:
        with open(opt.o, "a") as f:
            f.write(text + "\n")


def search(path):
    """What the programs showed, and whether that is a miscompilation."""
    args = [sys.executable, os.path.join(here, "run.py"), os.path.join(build, "minigo"), "-n", str(opt.n), "-batch", str(opt.batch),
            "-size", str(opt.size), "-levels", "1" if path.endswith(PASSES) else "0", "-arm64", "0", "-stop",
            "-keep", os.path.join(build, "seeded.failures"), "-generator", generator]
    out = subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout.decode(errors="replace")
    if "programs, 0 differ" in out:
        return False, "not found in %d programs" % opt.n
    if "none of" in out:
        return True, "output, but of no program alone"
    first = re.search(r"^seed (\d+): .*minigo-O\d: (\S+), gc: (\S+)", out, re.M)
    many = re.search(r"^batch (\d+) of (\d+): (\d+) suspected", out, re.M)
    if not first or not many:
        return False, "?: " + (out.strip().split("\n") or [""])[-1][:120]
    seed, ours, gc = first.groups()
    how = "compiler fails" if ours == "build" else "output" if ours == gc else "hangs" if ours == "timeout" else "crash (%s)" % ours
    return ours != "build", "program %3s  %-14s %2s of %s" % (seed, how, many.group(3), many.group(2))


def main():
    found = tried = 0
    if not opt.generator:                # by the compiler without mistakes
        make()
        subprocess.run([os.path.join(build, "minigo"), "build", "-O2", "-o", generator] + sorted(glob.glob(os.path.join(here, "*.go"))), check=True)
    for name, path, old, new in BUGS[opt.start:]:
        if opt.names and not any(n in name for n in opt.names):
            continue
        path = os.path.join(opt.tree, path)
        source = open(path).read()
        if source.count(old) != 1:
            sys.exit("%s: the text to replace is there %d times in %s" % (name, source.count(old), path))
        tried += 1
        with open(path, "w") as f:
            f.write(source.replace(old, new))
        try:
            ok, out = make()
            shown, result = search(path) if ok else (False, "does not build: " + out[-300:])
        finally:
            with open(path, "w") as f:
                f.write(source)
        found += shown
        say("%-60s %-28s %s" % (name, os.path.relpath(path, opt.tree), result))
    make()
    say("%d of %d found" % (found, tried))


main()
