-- 24 bits of a text's hash: 0 to 16 777 215. Even sums of ten million of them are exact in a double.
create or replace macro bitar24(text) as cast('0x' || left(sha256(text), 6) as integer);
