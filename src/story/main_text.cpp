// Classifying blocks, choosing the element that holds the story, and joining what is left.
#include "story/main_text.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace annals {
namespace {

using Kind = HtmlBlock::Kind;

constexpr double kLinked = 0.333333;          // of a block's words: more is a list of links
constexpr std::uint32_t kParagraphWords = 8;  // what counts towards an element's score
constexpr double kSiblingShare = 0.2;         // of the best score: Readability's threshold for a sibling of the best
constexpr int kMostLevels = 256;              // that are looked at above a block
constexpr double kMuchMore = 1.4;             // words that make an outer mark the story, not an inner one
constexpr double kMarkedShare = 0.5;  // of the story's words that a marked-up <article> must hold to be believed

bool ends_sentence(std::string_view text) {
  for (const std::string_view quote : {"\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99", ")"}) {
    if (text.ends_with(quote)) text.remove_suffix(quote.size());
  }
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\xE2\x80\xA6");
}

// The decision tree of the paper, as learned from news pages.
bool reads_like_content(const HtmlBlock& block, const HtmlBlock& before, const HtmlBlock& after) {
  if (block.link_density() > kLinked) return false;
  if (before.link_density() > 0.555556) return block.words > 40 || after.words > 17;
  return block.words > 16 || after.words > 15 || before.words > 4;
}

std::vector<bool> content_of(std::span<const HtmlBlock> blocks) {
  const HtmlBlock none;
  std::vector<bool> content(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    content[i] =
        reads_like_content(blocks[i], i > 0 ? blocks[i - 1] : none, i + 1 < blocks.size() ? blocks[i + 1] : none);
  }
  return content;
}

// Whether a block is a paragraph whose presence makes an element likely to be the story.
bool is_evidence(const HtmlBlock& block) {
  return block.kind != Kind::heading && block.words >= kParagraphWords && block.link_density() <= kLinked &&
         (block.words >= 25 || ends_sentence(block.text));
}

// Readability's score of a paragraph: one, a point a comma, a point a hundred characters up to three.
double score_of(const HtmlBlock& block) {
  const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  return (1 + commas + std::min(3.0, std::floor(static_cast<double>(block.text.size()) / 100))) *
         (1 - block.link_density());
}

// Which of the blocks lie in the part of the page that holds the story.
class Region {
 public:
  explicit Region(std::span<const HtmlBlock> blocks) : blocks_(blocks) {
    for (const HtmlBlock& block : blocks) {
      if (!is_evidence(block)) continue;
      const double score = score_of(block);
      const GumboNode* at = block.parent;
      for (int level = 0; at != nullptr && level < 4; ++level, at = at->parent) {
        scores_[at] += level == 0 ? score : score / (2 * level);
      }
    }
    for (const auto& [node, score] : scores_) {
      if (best_ == nullptr || score > scores_[best_] || (score == scores_[best_] && is_above(node, best_)))
        best_ = node;
    }
    if (best_ == nullptr) return;
    add_siblings();
    if (const GumboNode* marked = marked_story()) parts_ = {marked};
  }

  bool has(const HtmlBlock& block) const {
    if (best_ == nullptr) return true;  // a page of a few words is all that there is
    bool found = false;
    for_each_above(block, [&](const GumboNode* at) { found = found || parts_.contains(at); });
    return found;
  }

 private:
  template <typename Work>
  static void for_each_above(const HtmlBlock& block, Work work) {
    const GumboNode* at = block.parent;
    for (int level = 0; at != nullptr && level < kMostLevels; ++level, at = at->parent) work(at);
  }

  static bool is_above(const GumboNode* node, const GumboNode* other) {
    while (other != nullptr && other != node) other = other->parent;
    return other == node;
  }

  // A story may be cut in sections that lie side by side.
  void add_siblings() {
    parts_.insert(best_);
    if (best_->parent == nullptr) return;
    const GumboVector& all = children(best_->parent);
    for (unsigned i = 0; i < all.length; ++i) {
      const auto* sibling = static_cast<const GumboNode*>(all.data[i]);
      const auto score = scores_.find(sibling);
      if (score != scores_.end() && score->second >= kSiblingShare * scores_[best_]) parts_.insert(sibling);
    }
    // Paragraphs that stand beside the best element are parts of its parent.
    const auto beside = std::count_if(blocks_.begin(), blocks_.end(), [&](const HtmlBlock& block) {
      return block.parent == best_->parent && block.kind == Kind::paragraph && is_evidence(block);
    });
    if (beside >= 2) parts_ = {best_->parent};
  }

  static bool is_mark(const GumboNode* node) {
    return attribute(node, "itemprop") == "articleBody" || tag_name(node) == "article" || tag_name(node) == "main" ||
           attribute(node, "role") == "main";
  }

  // The smallest element that the page itself says is the story, if it holds the most of what we would take.
  const GumboNode* marked_story() const {
    std::uint32_t taken = 0;
    std::unordered_map<const GumboNode*, std::uint32_t> marks;  // words of evidence below each
    std::vector<const GumboNode*> in_order;
    for (const HtmlBlock& block : blocks_) {
      if (!is_evidence(block)) continue;
      if (has(block)) taken += block.words;
      for_each_above(block, [&](const GumboNode* at) {
        if (!is_mark(at)) return;
        const auto [mark, added] = marks.try_emplace(at, 0);
        if (added) in_order.push_back(at);
        mark->second += block.words;
      });
    }
    const GumboNode* found = nullptr;
    double most = 0;
    for (const GumboNode* mark : in_order) {
      const double words = marks[mark];
      if (words < kMarkedShare * taken) continue;
      if (attribute(mark, "itemprop") == "articleBody" && words > 0.8 * taken) return mark;
      // Of marks that hold about the same the inner one, which has less furniture and no other articles.
      if (found == nullptr || words > kMuchMore * most || (words * kMuchMore >= most && is_above(found, mark))) {
        found = mark;
        most = words;
      }
    }
    return found;
  }

  std::span<const HtmlBlock> blocks_;
  std::unordered_map<const GumboNode*, double> scores_;
  const GumboNode* best_ = nullptr;
  std::unordered_set<const GumboNode*> parts_;
};

bool same_words(std::string_view a, std::string_view b) {
  const auto letters = [](std::string_view s) {
    std::string out;
    for (const char c : ascii_lower(s)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out.push_back(c);
    }
    return out;
  };
  return letters(a) == letters(b);
}

// Whether a block within the story's element stands on its own, however short it is.
bool is_whole(const HtmlBlock& block) {
  if (block.link_density() > kLinked && block.words < 25) return false;
  if (block.kind == Kind::item) return block.words >= 4;
  return ends_sentence(block.text) && block.words >= 2;
}

std::string joined(std::span<const HtmlBlock> blocks, const std::vector<bool>& keep) {
  std::string out;
  const HtmlBlock* last = nullptr;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!keep[i]) continue;
    const bool list = last != nullptr && last->kind == Kind::item && blocks[i].kind == Kind::item;
    if (last != nullptr) out += list ? "\n" : "\n\n";
    out += blocks[i].text;
    last = &blocks[i];
  }
  return out;
}

// Headings stay where text follows before the next heading of the story, and not before the story has begun.
void settle_headings(std::span<const HtmlBlock> blocks, std::vector<bool>& keep) {
  bool text_follows = false;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (blocks[i].kind != Kind::heading) {
      text_follows = text_follows || keep[i];
      continue;
    }
    keep[i] = keep[i] && text_follows;
    if (keep[i]) text_follows = false;
  }
  for (std::size_t i = 0; i < blocks.size() && (!keep[i] || blocks[i].kind == Kind::heading); ++i) keep[i] = false;
}

}  // namespace

std::string main_text(std::span<const HtmlBlock> blocks, const PageWords& words, std::string_view title) {
  const std::vector<bool> content = content_of(blocks);
  const Region region(blocks);
  std::vector<bool> keep(blocks.size(), false);
  std::uint32_t all = 0, so_far = 0;
  for (const HtmlBlock& block : blocks) all += region.has(block) ? block.words : 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const HtmlBlock& block = blocks[i];
    if (!region.has(block)) continue;
    so_far += block.words;
    if (words.ends_story(block.text) && so_far * 3 > all) break;
    const bool furniture = words.is_furniture_text(block.text) || same_words(block.text, title);
    const bool heading = block.kind == Kind::heading && block.link_density() <= kLinked;
    keep[i] = !furniture && (heading || is_whole(block) || (content[i] && block.words > 10));
  }
  settle_headings(blocks, keep);
  return joined(blocks, keep);
}

std::string whole_text(std::span<const HtmlBlock> blocks, const PageWords& words, std::string_view title) {
  std::vector<bool> keep(blocks.size(), false);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const HtmlBlock& block = blocks[i];
    if (words.ends_story(block.text) && i > 0) break;
    const bool list_of_links = block.link_density() > 0.8 && !ends_sentence(block.text);
    keep[i] = !words.is_furniture_text(block.text) && !same_words(block.text, title) && !list_of_links;
  }
  return joined(blocks, keep);
}

}  // namespace annals
