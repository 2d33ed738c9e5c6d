/* message.c - what -m reports: collected, sorted by position, each once, on standard error in gc's words. */
#include "ssa/ssa.h"
#include <stdlib.h>

typedef struct Message { Pos pos; const char *text; int order; } Message;
static Vec(Message) messages;

/* The line the user wrote: of inlined code, that of the outermost call. */
Pos
outermost_pos(Pos pos, InlSite *inl)
{
	for (; inl; inl = inl->outer)
		pos = inl->pos;
	return pos;
}

void
message(Pos pos, const char *fmt, ...)
{
	if (!ssa_conf.dump_m)
		return;
	StrBuf b = {0};
	va_list ap;
	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	Message m = { pos, arena_strndup(permanent, b.s, b.n), messages.n };
	vec_push(permanent, &messages, m);
	sb_free(&b);
}

static int
by_position(const void *x, const void *y)
{
	const Message *a = x, *b = y;
	if (a->pos != b->pos)
		return a->pos < b->pos ? -1 : 1;
	int c = strcmp(a->text, b->text);
	return c ? c : a->order - b->order;
}

void
messages_flush(void)
{
	if (!messages.n)
		return;
	StrBuf out = {0};
	qsort(messages.v, (size_t)messages.n, sizeof(Message), by_position);
	for (int i = 0; i < messages.n; i++) {
		Message *m = &messages.v[i];
		if (i && m->pos == m[-1].pos && strcmp(m->text, m[-1].text) == 0)
			continue;
		sb_printf(&out, "%s: %s\n", pos_string(m->pos), m->text);
	}
	fwrite(out.s, 1, out.n, stderr);
	sb_free(&out);
	messages.n = 0;
}
