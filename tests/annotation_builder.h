// Builds an Annotation from a table written by hand, so that a stage can be tested without the stages before it.
//
//   const HandAnnotation made = annotate(R"(
//     # form     lemma    tag  pos    head  dep    entity    morph
//     Kenya      Kenya    NNP  PROPN  2     nsubj  B-GPE
//     +'s        _        POS  PART   1     case
//     envoys     envoy    NNS  NOUN   4     nsubj  _         Number=Plur
//     left       leave    VBD  VERB   0     ROOT
//     +.         _        .    PUNCT  4     punct
//
//     They       _        PRP  PRON   0     ROOT
//   )");
//   made.annotation.text(0) == "Kenya"
//
// - One token a line, columns parted by blanks; lines that begin with "# " are comments. An empty line ends a sentence.
// - Columns at the end of a line may be left out, and "_" stands for nothing: no tag, no entity; as a lemma, the
//   lower-cased form; as a head, the token itself.
// - A head is the number of a token of the same sentence, from 1; 0 is the token itself, as in CoNLL-U.
// - Tokens are parted by one space. A form with "+" before it follows the last one directly. In a form "\n", "\t" and
//   "\s" (a space) are escapes, for tokens of white space, which follow and are followed directly.
// - entity is B-GPE, I-GPE or O.
// - Flags are derived from the form, save kIsStop and kLikeUrl, which are never set; kLikeNum is set for the tag CD.
//
// Tree edges and sentences are those of Annotation::finish_tree(). A mistake in the table throws std::invalid_argument.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/annotation.h"

namespace annals {

struct HandAnnotation {
  Annotation annotation;
  // What the annotation borrows; on the heap, so that moving this struct moves neither.
  std::unique_ptr<std::string> text;
  std::unique_ptr<std::vector<std::string>> morph_names;
};

HandAnnotation annotate(std::string_view table);

}  // namespace annals
