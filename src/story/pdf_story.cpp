// Reports by poppler, which orders columns; headers and footers are cut off by their place and their repetition.
#include "story/pdf_story.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <vector>

#include "annals/error.h"
#include "base/utf8.h"
#include "story/input_file.h"
#include "story/pdf_text.h"
#include "story/written_date.h"

namespace annals {
namespace {

constexpr double kEdge = 0.14;             // of a page's height: where headers and footers stand
constexpr std::size_t kDateWithin = 1500;  // bytes of the first page
constexpr auto kReadingOrder = poppler::page::non_raw_non_physical_layout;

std::string utf8(const poppler::ustring& s) {
  const poppler::byte_array bytes = s.to_utf8();
  return {bytes.begin(), bytes.end()};
}

// Poppler tells of each fault that it works around; what matters to a reader is whether text came out.
void say_nothing(const std::string&, void*) {}

[[noreturn]] void refuse(const std::string& where, const std::string& problem, const char* remedy) {
  throw Error{Fault::input, where, problem, remedy};
}

// The lines at a page's upper and lower edge, apart, each as its words from left to right.
struct Edges {
  std::vector<EdgeLine> upper, lower;
};

Edges edges_of(const poppler::page& page) {
  struct Word {
    double left, top, bottom;
    std::string text;
  };
  const poppler::rectf frame = page.page_rect();
  const double upper = frame.height() * kEdge, lower = frame.height() * (1 - kEdge);
  std::vector<Word> words;
  for (const poppler::text_box& box : page.text_list()) {
    const poppler::rectf place = box.bbox();
    if (place.bottom() > upper && place.top() < lower) continue;
    words.push_back({place.left(), place.top(), place.bottom(), utf8(box.text())});
  }
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.top < b.top; });
  Edges edges;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;  // words on the same line overlap by more than half
    while (end < words.size() && words[end].top < (words[i].top + words[i].bottom) / 2) ++end;
    std::sort(words.begin() + static_cast<std::ptrdiff_t>(i), words.begin() + static_cast<std::ptrdiff_t>(end),
              [](const Word& a, const Word& b) { return a.left < b.left; });
    EdgeLine line;
    const bool above = words[i].bottom <= upper;
    line.inner = above ? 0 : std::numeric_limits<double>::max();
    for (; i < end; ++i) {
      line.text += (line.text.empty() ? "" : " ") + words[i].text;
      line.inner = above ? std::max(line.inner, words[i].bottom) : std::min(line.inner, words[i].top);
    }
    (above ? edges.upper : edges.lower).push_back(std::move(line));
  }
  return edges;
}

// The part of each page between its running lines.
std::vector<poppler::rectf> bodies_of(const std::vector<std::unique_ptr<poppler::page>>& pages) {
  std::vector<std::vector<EdgeLine>> upper, lower;
  for (const auto& page : pages) {
    Edges edges = edges_of(*page);
    upper.push_back(std::move(edges.upper));
    lower.push_back(std::move(edges.lower));
  }
  const auto upper_running = running_lines(upper), lower_running = running_lines(lower);
  std::vector<poppler::rectf> bodies;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const poppler::rectf frame = pages[p]->page_rect();
    double top = 0, bottom = frame.height();
    for (std::size_t i = 0; i < upper[p].size(); ++i) {
      if (upper_running[p][i]) top = std::max(top, upper[p][i].inner);
    }
    for (std::size_t i = 0; i < lower[p].size(); ++i) {
      if (lower_running[p][i]) bottom = std::min(bottom, lower[p][i].inner);
    }
    bodies.emplace_back(0, top, frame.width(), bottom - top);
  }
  return bodies;
}

// Programs that print to PDF name the file that they printed.
std::string sound_title(std::string title) {
  const bool file_name = title.starts_with("Microsoft ") || title.ends_with(".doc") || title.ends_with(".docx") ||
                         title.ends_with(".indd") || title.ends_with(".pdf");
  return file_name ? std::string() : repair(std::move(title)).text;
}

std::optional<std::chrono::sys_days> made_on(const poppler::document& document) {
  const auto seconds = document.get_creation_date_t();
  if (seconds <= 0) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(std::chrono::seconds(seconds)));
}

}  // namespace

Story read_pdf(const std::string& bytes, const std::string& where) {
  poppler::set_debug_error_function(say_nothing, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) refuse(where, "the PDF is damaged", "Fetch it again, or print it to a new PDF.");
  if (document->is_locked()) refuse(where, "the PDF is locked by a password", "Save it without one.");

  std::vector<std::unique_ptr<poppler::page>> pages;
  for (int i = 0; i < document->pages(); ++i) {
    std::unique_ptr<poppler::page> page(document->create_page(i));
    if (page) pages.push_back(std::move(page));
  }
  const std::vector<poppler::rectf> bodies = bodies_of(pages);
  std::vector<std::string> texts;
  std::size_t size = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    texts.push_back(repair(utf8(pages[p]->text(bodies[p], kReadingOrder))).text);
    size += texts.back().size();
    if (size > kMaxStoryBytes) refuse(where, "the PDF's text is too long", "Split it into reports.");
  }

  Story story;
  story.text = flow_text(texts);
  if (story.text.empty()) {
    refuse(where, "the PDF has no text (" + std::to_string(pages.size()) + (pages.size() == 1 ? " page)" : " pages)"),
           "If it is a scan, run it through OCR first, as `ocrmypdf IN.pdf OUT.pdf` does.");
  }
  story.title = sound_title(utf8(document->get_title()));
  story.published = find_date(utf8(pages[0]->text(poppler::rectf(), kReadingOrder)).substr(0, kDateWithin));
  if (!story.published) story.published = made_on(*document);
  return story;
}

}  // namespace annals
