-- One row per short band of waiting days, for questions with few cases.
from (values ('0', 0, 0), ('1-2', 1, 2), ('3-', 3, 2_000_000_000)) as v (vantat3, minst, hogst)
