/* scanlit.c - the inside of literals and of names that are not plain ASCII.
 *
 * Each reader gets the first byte and returns the byte behind; the text ends with NULs, so looking one ahead is safe. What is
 * wrong is reported at the bad character, in gc's words, once a literal; the literal is then marked bad and no later
 * stage complains about it. */
#include "syntax/parser.h"

/* Has it a picture? Blanks, controls, format characters, surrogates and private use have none. */
static bool
printable(uint32_t r)
{
	static const uint32_t no[][2] = { { 0, 0x1f }, { 0x7f, 0xa0 }, { 0xad, 0xad }, { 0x1680, 0x1680 }, { 0x2000, 0x200f },
		{ 0x2028, 0x202f }, { 0x205f, 0x206f }, { 0x3000, 0x3000 }, { 0xd800, 0xf8ff }, { 0xfeff, 0xfeff },
		{ 0xfff0, 0xfffb }, { 0xfffe, 0xffff }, { 0xe0000, 0x10ffff } };

	for (size_t i = 0; i < NELEM(no); i++)
		if (r >= no[i][0] && r <= no[i][1])
			return false;
	return true;
}

/* A character as %#U of Go shows it: U+0040 '@', or only U+0001 where it has no picture. */
static const char *
shown(uint32_t r)
{
	static char buf[32];
	int n = snprintf(buf, sizeof buf, "U+%04X", r);

	if (!printable(r))
		return buf;
	n += snprintf(buf + n, sizeof buf - (size_t)n, " '");
	n += utf8_encode(buf + n, r);
	buf[n++] = '\'';
	buf[n] = 0;
	return buf;
}

/* ... and as %q shows it */
static const char *
quoted(uint32_t r)
{
	static char buf[16];
	int n = 0;

	if (r == '\n')
		return "'\\n'";
	if (r == '\t')
		return "'\\t'";
	if (r == '\r')
		return "'\\r'";
	if (r == '\'' || r == '\\') {
		snprintf(buf, sizeof buf, "'\\%c'", (int)r);
		return buf;
	}
	if (r < 0x20 || r == 0x7f) {
		snprintf(buf, sizeof buf, "'\\x%02x'", r);
		return buf;
	}
	buf[n++] = '\'';
	n += utf8_encode(buf + n, r);
	buf[n++] = '\'';
	buf[n] = 0;
	return buf;
}

static uint32_t
rune_at(Parser *p, const char *s, int *width)
{
	uint32_t r;

	*width = utf8_decode(s, (size_t)(p->textend - s), &r);
	return r;
}

void
scan_badchar(Parser *p, const char *s)
{
	int w;

	if (*s)                              /* source_checked has reported NULs */
		scan_error(p, pos_at(p, s), "invalid character %s", shown(rune_at(p, s, &w)));
}

static bool
is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static bool
is_hex(int c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static bool
is_ident_ascii(int c)
{
	return is_digit(c) || c == '_' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* the name that starts at s; it has a byte of 0x80 or more in it */
const char *
scan_ident(Parser *p, const char *s)
{
	const char *start = s;

	for (;;) {
		if ((uint8_t)*s < 0x80) {
			if (!is_ident_ascii(*s))
				return s;
			s++;
			continue;
		}
		int w;
		uint32_t r = rune_at(p, s, &w);
		if (unicode_is_digit(r)) {
			if (s == start)
				scan_error(p, pos_at(p, s), "identifier cannot begin with digit %s", shown(r));
		} else if (!unicode_is_letter(r) && r != 0xfeff && !(r == 0xfffd && w == 1)) {
			scan_error(p, pos_at(p, s), "invalid character %s in identifier", shown(r));
		}
		s += w;
	}
}

/* ---- numbers ---- */

typedef struct Number {
	int base;
	int prefix;                          /* 0, '0', 'x', 'o' or 'b' */
	bool digits, seps;                   /* seen in the part being read; seps: anywhere */
	const char *invalid;                 /* first digit too large for the base */
	bool bad;
} Number;

static void PRINTF(4, 5)
number_error(Parser *p, Number *n, const char *at, const char *fmt, ...)
{
	char buf[100];
	va_list ap;

	if (n->bad)
		return;
	n->bad = true;
	va_start(ap, fmt);
	vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	scan_error(p, pos_at(p, at), "%s", buf);
}

static const char *
base_name(int base)
{
	return base == 2 ? "binary" : base == 8 ? "octal" : base == 10 ? "decimal" : "hexadecimal";
}

static const char *
scan_digits(Number *n, const char *s, int base)
{
	for (; *s == '_' || (base == 16 ? is_hex(*s) : is_digit(*s)); s++) {
		if (*s == '_') {
			n->seps = true;
			continue;
		}
		n->digits = true;
		if (base < 10 && *s >= '0' + base && !n->invalid)
			n->invalid = s;
	}
	return s;
}

static const char *
number_prefix(Number *n, const char *s)
{
	n->base = 10;
	if (*s != '0')
		return s;
	switch (s[1] | 0x20) {
	case 'x':
		n->base = 16;
		break;
	case 'o':
		n->base = 8;
		break;
	case 'b':
		n->base = 2;
		break;
	default:
		n->base = 8;
		n->prefix = '0';
		n->digits = true;
		return s + 1;
	}
	n->prefix = s[1] | 0x20;
	return s + 2;
}

static const char *
scan_exponent(Parser *p, Number *n, const char *s)
{
	int e = *s | 0x20;

	if (e == 'e' && n->prefix && n->prefix != '0')
		number_error(p, n, s, "%s exponent requires decimal mantissa", quoted((uint8_t)*s));
	if (e == 'p' && n->prefix != 'x')
		number_error(p, n, s, "%s exponent requires hexadecimal mantissa", quoted((uint8_t)*s));
	s++;
	if (*s == '+' || *s == '-')
		s++;
	n->digits = false;
	s = scan_digits(n, s, 10);
	if (!n->digits)
		number_error(p, n, s, "exponent has no digits");
	return s;
}

/* the first '_' that does not stand between digits (a prefix counts as one), or NULL */
static const char *
bad_separator(const char *s, const char *end, int prefix)
{
	char prev = '.';                     /* '_', '0' for a digit, '.' for the rest */

	if (prefix && prefix != '0') {
		prev = '0';
		s += 2;
	}
	for (; s < end; s++) {
		char c = *s == '_' ? '_' : is_digit(*s) || (prefix == 'x' && is_hex(*s)) ? '0' : '.';
		if (c == '_' && prev != '0')
			return s;
		if (c == '.' && prev == '_')
			return s - 1;
		prev = c;
	}
	return prev == '_' ? end - 1 : NULL;
}

const char *
scan_number(Parser *p, const char *s, LitKind *kind, bool *bad)
{
	const char *start = s;
	Number n = { .base = 10 };

	*kind = LIT_INT;
	if (*s != '.') {
		s = number_prefix(&n, s);
		s = scan_digits(&n, s, n.base);
	}
	if (*s == '.') {
		if (n.prefix == 'o' || n.prefix == 'b')
			number_error(p, &n, s, "invalid radix point in %s literal", base_name(n.base));
		*kind = LIT_FLOAT;
		s = scan_digits(&n, s + 1, n.base);
	}
	if (!n.digits)
		number_error(p, &n, s, "%s literal has no digits", base_name(n.base));
	if ((*s | 0x20) == 'e' || (*s | 0x20) == 'p') {
		*kind = LIT_FLOAT;
		s = scan_exponent(p, &n, s);
	} else if (n.prefix == 'x' && *kind == LIT_FLOAT) {
		number_error(p, &n, s, "hexadecimal mantissa requires a 'p' exponent");
	}
	if (*s == 'i') {
		*kind = LIT_IMAG;
		s++;
	}
	if (*kind == LIT_INT && n.invalid)
		number_error(p, &n, n.invalid, "invalid digit '%c' in %s literal", *n.invalid, base_name(n.base));
	const char *sep = n.seps ? bad_separator(start, s, n.prefix) : NULL;
	if (sep)
		number_error(p, &n, sep, "'_' must separate successive digits");
	*bad = n.bad;
	return s;
}

/* ---- strings and runes ---- */

static const char *
numeric_escape(Parser *p, const char *s, int n, uint32_t base, uint32_t max, bool *ok)
{
	uint32_t x = 0;
	int w;

	for (; n > 0; n--, s++) {
		if (s >= p->textend)
			return s;            /* the caller complains */
		uint32_t d = is_digit(*s) ? (uint32_t)*s - '0' : is_hex(*s) ? (uint32_t)(*s | 0x20) - 'a' + 10 : 99;
		if (d >= base) {
			scan_error(p, pos_at(p, s), "invalid character %s in %s escape", quoted(rune_at(p, s, &w)),
				base_name((int)base));
			*ok = false;
			return s;
		}
		x = x * base + d;
	}
	if (x > max && base == 8)
		scan_error(p, pos_at(p, s), "octal escape value %u > 255", x);
	else if (x > max || (max > 255 && x >= 0xd800 && x < 0xe000))
		scan_error(p, pos_at(p, s), "escape is invalid Unicode code point %s", x > max ? str_fmt("U+%04X", x)->s : shown(x));
	else
		return s;
	*ok = false;
	return s;
}

/* s is behind the backslash */
static const char *
scan_escape(Parser *p, const char *s, char quote, bool *ok)
{
	if (s >= p->textend)
		return s;
	if (*s == quote || (*s && strchr("abfnrtv\\", *s)))
		return s + 1;
	if (*s >= '0' && *s <= '7')
		return numeric_escape(p, s, 3, 8, 255, ok);
	if (*s == 'x')
		return numeric_escape(p, s + 1, 2, 16, 255, ok);
	if (*s == 'u')
		return numeric_escape(p, s + 1, 4, 16, 0x10ffff, ok);
	if (*s == 'U')
		return numeric_escape(p, s + 1, 8, 16, 0x10ffff, ok);
	scan_error(p, pos_at(p, s), "unknown escape");
	*ok = false;
	return s;
}

const char *
scan_string(Parser *p, const char *s, bool *bad)
{
	bool ok = true;

	for (s++; *s != '"';) {
		if (*s == '\\') {
			s = scan_escape(p, s + 1, '"', &ok);
		} else if (*s == '\n') {
			scan_error(p, pos_at(p, s), "newline in string");
			*bad = true;
			return s;
		} else if (s >= p->textend) {
			scan_error(p, p->tokpos, "string not terminated");
			*bad = true;
			return p->textend;
		} else {
			s++;
		}
	}
	*bad = !ok;
	return s + 1;
}

const char *
scan_raw(Parser *p, const char *s, bool *bad)
{
	for (s++; *s != '`'; s++) {
		if (*s == '\n') {
			p->line++;
			p->linestart = s + 1;
		} else if (s >= p->textend) {
			scan_error(p, p->tokpos, "string not terminated");
			*bad = true;
			return p->textend;
		}
	}
	*bad = false;
	return s + 1;
}

const char *
scan_rune(Parser *p, const char *s, bool *bad)
{
	bool ok = true;
	int n = 0, w;

	for (s++; *s != '\''; n++) {
		if (*s == '\\') {
			s = scan_escape(p, s + 1, '\'', &ok);
		} else if (*s == '\n' || s >= p->textend) {
			if (ok && *s == '\n')
				scan_error(p, pos_at(p, s), "newline in rune literal");
			else if (ok)
				scan_error(p, p->tokpos, "rune literal not terminated");
			*bad = true;
			return s;
		} else {
			rune_at(p, s, &w);
			s += w;
		}
	}
	if (ok && n == 0)
		scan_error(p, pos_at(p, s), "empty rune literal or unescaped '");
	else if (ok && n != 1) {
		scan_error(p, p->tokpos, "more than one character in rune literal");
		cure_rune(p, p->linestart + pos_physcol(p->tokpos) - 1, s + 1);
	}
	*bad = !ok || n != 1;
	return s + 1;
}
