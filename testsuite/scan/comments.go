a // b
/* c */ d /* e */
/**/ f /***/ g /* / * */
// only
/* multi
line */ h
i /*j*/ // k
