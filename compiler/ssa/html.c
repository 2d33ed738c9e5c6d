/* html.c - GOSSAFUNC=f writes ssa.html: the function's source, a column per phase, LLVM IR and assembly, in one file without
 * anything from outside. Phases that change nothing share a column. A click on a value, block or line marks it in every column; a
 * click on a column's title folds it. */
#include "ssa/ssa.h"

typedef struct Column { const char *title; StrBuf body; const char *text; } Column;
typedef struct SsaHtml { Vec(Column) cols; } SsaHtml;

static const char style[] =
"body{font:13px sans-serif;margin:0;padding:8px;background:#fff;color:#222}\n"
"h1{font-size:16px;margin:4px 0 8px}\n"
"#cols{display:flex;align-items:flex-start;overflow-x:auto}\n"
".col{border:1px solid #ccc;margin-right:6px;min-width:18em;flex:none}\n"
".col h2{font-size:12px;margin:0;padding:4px 6px;background:#eee;cursor:pointer;position:sticky;top:0}\n"
".col pre{font:12px/1.45 monospace;margin:0;padding:6px;white-space:pre}\n"
".col.folded{min-width:0}.col.folded pre{display:none}\n"
".col.folded h2{writing-mode:vertical-rl}\n"
".v,.b,.l{cursor:pointer}.b{color:#06c;font-weight:bold}.t{color:#888}.op{color:#705}\n"
".h0{background:#fd6}.h1{background:#9d9}.h2{background:#f9b}.h3{background:#9cf}.h4{background:#dbf}.h5{background:#fca}\n";

static const char script[] =
"var marks={},next=0;\n"
"function mark(k){var c=marks[k],on=c===undefined;if(on){c='h'+next++%6;marks[k]=c}else delete marks[k];\n"
"document.querySelectorAll('[data-k=\"'+k+'\"]').forEach(function(e){e.classList.toggle(c,on)})}\n"
"document.addEventListener('click',function(e){var h=e.target.closest('h2');if(h){h.parentNode.classList.toggle('folded');return}\n"
"var k=e.target.closest('[data-k]');if(k)mark(k.dataset.k)});\n";

static void
escape_n(StrBuf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		switch (s[i]) {
		case '<': sb_puts(b, "&lt;"); break;
		case '>': sb_puts(b, "&gt;"); break;
		case '&': sb_puts(b, "&amp;"); break;
		case '"': sb_puts(b, "&quot;"); break;
		default: sb_putc(b, (unsigned char)s[i]);
		}
	}
}

static bool
word_char(char c)
{
	return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* vN and bN become marks; the rest is text. */
static void
link_text(StrBuf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n;) {
		size_t j = i + 1;
		bool id = (s[i] == 'v' || s[i] == 'b') && (i == 0 || (!word_char(s[i - 1]) && s[i - 1] != '.' && s[i - 1] != '"'));
		while (j < n && s[j] >= '0' && s[j] <= '9')
			j++;
		if (id && j > i + 1 && (j == n || !word_char(s[j]))) {
			sb_printf(b, "<span class=%c data-k=%.*s>%.*s</span>", s[i], (int)(j - i), s + i, (int)(j - i), s + i);
			i = j;
		} else {
			escape_n(b, s + i, 1);
			i++;
		}
	}
}

static void
line_number(StrBuf *b, uint32_t line)
{
	if (line)
		sb_printf(b, " <span class=\"l t\" data-k=l%u>(%u)</span>", line, line);
}

static void
value_line(StrBuf *b, Value *v)
{
	StrBuf t = {0};
	ssa_print_value(&t, v);
	sb_puts(b, "  ");
	link_text(b, t.s, t.n);
	line_number(b, pos_physline(v->pos));
	sb_putc(b, '\n');
	sb_free(&t);
}

static void
func_body(StrBuf *b, Func *f)
{
	StrBuf t = {0};
	for (int i = 0; i < f->blocks.n; i++) {
		Block *bl = f->blocks.v[i];
		sb_printf(&t, "b%d:%s", bl->id, bl->preds.n ? " ←" : "");
		for (int j = 0; j < bl->preds.n; j++)
			sb_printf(&t, " b%d", bl->preds.v[j]->id);
		link_text(b, t.s, t.n);
		sb_putc(b, '\n');
		sb_reset(&t);
		for (int j = 0; j < bl->values.n; j++)
			value_line(b, bl->values.v[j]);
		sb_puts(&t, "  ");
		ssa_print_block_end(&t, bl);
		link_text(b, t.s, t.n);
		line_number(b, pos_physline(bl->pos));
		sb_putc(b, '\n');
		sb_reset(&t);
	}
	sb_free(&t);
}

static Column *
add_column(Func *f, const char *title)
{
	Column c = { .title = title };
	vec_push(permanent, &f->html->cols, c);
	return &vec_last(&f->html->cols);
}

static void
source_column(Func *f)
{
	size_t len;
	const PosBase *base = pos_base(f->pos);
	char *src = base && base->path ? file_read(base->path, &len) : NULL;
	if (!src)
		return;
	uint32_t from = pos_physline(f->pos), to = pos_physline(f->endpos), line = 1;
	Column *c = add_column(f, "sources");
	for (char *p = src; *p && line <= to; line++) {
		size_t n = strcspn(p, "\n");
		if (line >= from) {
			sb_printf(&c->body, "<span class=l data-k=l%u>%4u  ", line, line);
			escape_n(&c->body, p, n);
			sb_puts(&c->body, "</span>\n");
		}
		p += n + (p[n] == '\n');
	}
}

void
html_begin(Func *f)
{
	f->html = NEW(permanent, SsaHtml);
	source_column(f);
}

void
html_phase(Func *f, const char *name, const char *text)
{
	Column *last = f->html->cols.n ? &vec_last(&f->html->cols) : NULL;
	if (last && last->text && strcmp(last->text, text) == 0) {
		last->title = str_fmt("%s + %s", last->title, name)->s;
		return;
	}
	Column *c = add_column(f, name);
	c->text = arena_strndup(permanent, text, strlen(text));
	func_body(&c->body, f);
}

/* The part of LLVM's text that is function name: from its define to the closing brace. */
static const char *
ir_of(const char *ll, const char *name, size_t *n)
{
	const char *plain = str_fmt("@%s(", name)->s, *quoted = str_fmt("@\"%s\"(", name)->s;
	for (const char *p = ll; (p = strstr(p, "\ndefine ")); p++) {
		const char *eol = strchr(p + 1, '\n'), *at = strstr(p, plain);
		if (!at || at > eol)
			at = strstr(p, quoted);
		if (!at || !eol || at > eol)
			continue;
		const char *end = strstr(p, "\n}");
		*n = end ? (size_t)(end + 2 - (p + 1)) : strlen(p + 1);
		return p + 1;
	}
	return NULL;
}

static const char *
asm_of(const char *text, const char *name, size_t *n)
{
	const char *p = strstr(text, str_fmt("\n%s:", name)->s);
	if (!p)
		p = strstr(text, str_fmt("\n\"%s\":", name)->s);
	if (!p)
		return NULL;
	const char *end = strstr(p, ".Lfunc_end");
	*n = end ? (size_t)(end - (p + 1)) : strlen(p + 1);
	return p + 1;
}

static void
text_column(Func *f, const char *title, const char *text, size_t n)
{
	if (text)
		link_text(&add_column(f, title)->body, text, n);
}

void
html_write(Func *f, const char *path)
{
	StrBuf out = {0};
	sb_puts(&out, "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>");
	escape_n(&out, f->sym->name, strlen(f->sym->name));
	sb_printf(&out, "</title><style>\n%s</style></head><body>\n<h1>", style);
	escape_n(&out, f->sym->name, strlen(f->sym->name));
	sb_puts(&out, "</h1>\n<div id=cols>\n");
	for (int i = 0; i < f->html->cols.n; i++) {
		Column *c = &f->html->cols.v[i];
		sb_puts(&out, "<div class=col><h2>");
		escape_n(&out, c->title, strlen(c->title));
		sb_puts(&out, "</h2><pre>");
		sb_write(&out, c->body.s ? c->body.s : "", c->body.n);
		sb_puts(&out, "</pre></div>\n");
	}
	sb_printf(&out, "</div>\n<script>\n%s</script></body></html>\n", script);
	if (file_write(path, out.s, out.n, 0666))
		printf("dumped SSA for %s to %s\n", f->sym->name, path);
	else
		error_plain("cannot write %s", path);
	fflush(stdout);
	sb_free(&out);
}

/* After code generation: the last columns, then the file. */
void
html_finish(Program *p, const char *ll, const char *asm_text, const char *path)
{
	for (int i = 0; i < p->funcs.n; i++) {
		Func *f = p->funcs.v[i];
		size_t n = 0;
		if (!f->html)
			continue;
		const char *t = ll ? ir_of(ll, f->sym->name, &n) : NULL;
		text_column(f, "LLVM IR", t, n);
		t = asm_text ? asm_of(asm_text, f->sym->name, &n) : NULL;
		text_column(f, "asm", t, n);
		html_write(f, path);
		return;
	}
}
