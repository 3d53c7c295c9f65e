// Prints annotations in CoNLL-U (universaldependencies.org/format.html), so that other tools can read them.
//
//   # sent_id = wire-17.1
//   # text = Kenya's envoys left.
//   1  Kenya   Kenya  PROPN  NNP  Number=Sing  3  poss  _  End=5|NER=B-GPE|SpaceAfter=No|Start=0
//   2  's      's     PART   POS  _            1  case  _  End=7|Start=5
//   ...
//
// Labels are the pipeline's (ClearNLP, not UD), save that the root of a sentence is "root", as the format wants.
// Tokens of white space have no place in the format: they are left out, heads are numbered anew, and what attached
// to one attaches to its head. The white space after a word stands in its MISC as UDPipe writes it: nothing for one
// space, SpaceAfter=No for none, else SpacesAfter=\s\n (and SpacesBefore at the start of a text). Start and End count
// code points of the story's text.
#pragma once
#include <string>
#include <string_view>

#include "language/annotation.h"
#include "language/engine.h"

namespace annals {

// Appends the sentences of one story. `story_id` is printed as the document's and begins each sentence's id; it may be
// empty.
void append_conllu(const Annotation& annotation, const PipelineLabels& labels, std::string_view story_id,
                   std::string& out);

}  // namespace annals
