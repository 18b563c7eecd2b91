// Class: lazy answers
// Mechanism: a source of spaces only
// Expected: wrong_answer, at most 0 points.
// Nothing at all.
 
