/*
 * CQL2 Text (OGC 21-065r2, annex B), without its distinction of conditions and values by syntax: both are expressions
 * here, and the types decide afterwards, so that one token ahead is enough to read any parenthesis.
 */
grammar Cql2Grammar;

options { caseInsensitive = true; }

filter: expression EOF;

expression: conjunction (OR conjunction)*;

conjunction: negation (AND negation)*;

negation: NOT? predicate;

predicate: sum test?;

test
    : operator=('=' | '<>' | '<' | '>' | '<=' | '>=') sum                               # compared
    | NOT? LIKE sum                                                                     # like
    | NOT? BETWEEN sum AND sum                                                          # between
    | NOT? IN '(' expression (',' expression)* ')'                                      # in
    | IS NOT? NULL                                                                      # isNull
    ;

sum: product (operator+=('+' | '-') product)*;

product: power (operator+=('*' | '/' | '%' | DIV) power)*;

power: factor ('^' factor)?;

factor: sign=('+' | '-')? operand;

operand
    : NUMBER                                                                            # number
    | TEXT                                                                              # text
    | (TRUE | FALSE)                                                                    # truth
    | geometry                                                                          # shape
    | NAME '(' (expression (',' expression)*)? ')'                                      # call
    | (NAME | QUOTED | GEOMETRY)                                                        # property
    | '(' (expression (',' expression)*)? ')'                                           # list
    ;

/* Only so much of well-known text as finds its end. */
geometry: GEOMETRY NAME? coordinates;

coordinates: '(' part (',' part)* ')';

part: (('+' | '-')? NUMBER)+ | coordinates | geometry | NAME;

AND: 'AND';
BETWEEN: 'BETWEEN';
DIV: 'DIV';
FALSE: 'FALSE';
IN: 'IN';
IS: 'IS';
LIKE: 'LIKE';
NOT: 'NOT';
NULL: 'NULL';
OR: 'OR';
TRUE: 'TRUE';

GEOMETRY: 'MULTI'? ('POINT' | 'LINESTRING' | 'POLYGON') | 'GEOMETRYCOLLECTION';

NUMBER: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) ('E' [+-]? DIGIT+)?;

TEXT: '\'' (~['\\] | '\'\'' | '\\' .)* '\'';

QUOTED: '"' (~["] | '""')+ '"';

NAME options { caseInsensitive = false; } : NAME_START NAME_PART*;

SPACE: [\p{White_Space}]+ -> skip;

/* Read to its end as well, since to try again from each quote would take quadratic time. */
UNCLOSED: '\'' (~['\\] | '\'\'' | '\\' .)* | '"' (~["] | '""')*;

/* Anything else, so that the parser is the one that complains. */
OTHER: .;

fragment DIGIT: [0-9];

fragment NAME_PART options { caseInsensitive = false; }
    : NAME_START
    | [.0-9]
    | [\u0300-\u036F\u203F-\u2040]
    ;

fragment NAME_START options { caseInsensitive = false; }
    : [:_A-Za-z]
    | [\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFE\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF]
    | [\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\u{10000}-\u{EFFFF}]
    ;
