//! The HTML of a still, as Leptos renders it: without what it adds for itself, and without what only the day decides.

/// A tag without its brackets, and the text that follows it.
type Piece = (String, String);

/// Elements that have no end.
const VOID: [&str; 4] = ["br", "hr", "img", "input"];

/// Where a view shows nothing.
const NOTHING: &str = "<!--<() />-->";

/// Around a text that depends on the day: it keeps its place and waits to be seen.
const LATER: [&str; 2] = ["<span class=\"later\">", "</span>"];

/// A text in HTML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

/// What Leptos renders, without its marks, the ends of elements that have none, the spaces that stand for empty texts and
/// the classes that are not there.
pub fn tidied(html: &str) -> Result<String, String> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (tag, text) in split(&html.replace(NOTHING, ""))? {
        let dropped = tag.starts_with('!')
            || tag
                .strip_prefix('/')
                .is_some_and(|name| VOID.contains(&name));
        match pieces.last_mut() {
            Some((_, before)) if dropped => before.push_str(&text),
            _ => pieces.push((tag.replacen(" class=\"\"", "", 1), text)),
        }
    }
    for index in 1..pieces.len() {
        let ends = pieces[index].0.starts_with('/');
        let (tag, text) = &mut pieces[index - 1];
        if ends && !tag.starts_with('/') && text == " " {
            text.clear();
        }
    }
    if let Some((tag, _)) = pieces
        .iter()
        .find(|(tag, _)| tag.matches(" class=").count() > 1)
    {
        return Err(format!("two classes in <{tag}>"));
    }
    Ok(joined(&pieces))
}

/// One page out of the same on several days: a text that is not the same on all of them waits for the visitor's day.
pub fn without_days(pages: &[String]) -> Result<String, String> {
    let days = pages.iter().map(|page| split(page));
    let days = days.collect::<Result<Vec<_>, _>>()?;
    let (first, others) = days.split_first().ok_or("no page")?;
    let mut pieces = Vec::new();
    for (index, (tag, text)) in first.iter().enumerate() {
        let same = others.iter().map(|day| day.get(index));
        let same = same.collect::<Option<Vec<_>>>().unwrap_or_default();
        if same.len() != others.len() || same.iter().any(|(other, _)| other != tag) {
            return Err(format!("<{tag}> is not there every day"));
        }
        let known = text.is_empty() || same.iter().all(|(_, other)| other == text);
        let [open, close] = if known { ["", ""] } else { LATER };
        pieces.push((tag.clone(), [open, text, close].concat()));
    }
    Ok(joined(&pieces))
}

fn split(html: &str) -> Result<Vec<Piece>, String> {
    let piece = |part: &str| {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        match tag.matches('"').count() % 2 {
            0 => Ok((tag.to_owned(), text.to_owned())),
            _ => Err(format!("a bracket inside <{tag}>")),
        }
    };
    html.trim().split('<').skip(1).map(piece).collect()
}

fn joined(pieces: &[Piece]) -> String {
    let piece = |(tag, text): &Piece| ["<", tag, ">", text].concat();
    pieces.iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leptos_adds_for_itself_is_taken_away() -> Result<(), String> {
        for (rendered, tidy) in [
            ("<p>a<!>b<!></p>", "<p>ab</p>"),
            ("<p class=\"error\"> <!></p>", "<p class=\"error\"></p>"),
            ("<p><b>a</b> <!><b>b</b></p>", "<p><b>a</b> <b>b</b></p>"),
            (
                "<p class=\"field\" class=\"\">a</p>",
                "<p class=\"field\">a</p>",
            ),
            (
                "<input type=\"text\"></input><!--<() />-->",
                "<input type=\"text\">",
            ),
        ] {
            assert_eq!(tidied(rendered)?, tidy);
        }
        assert!(tidied("<p class=\"a\" class=\"b\">a</p>").is_err());
        assert!(tidied("<p title=\"a > b\">a</p>").is_err());
        Ok(())
    }

    #[test]
    fn only_what_the_day_decides_waits() -> Result<(), String> {
        let page = |day: &str| format!("<p>Le <b>{day}</b>, 2 jours</p>");
        assert_eq!(
            without_days(&[page("1"), page("1"), page("2")])?,
            "<p>Le <b><span class=\"later\">1</span></b>, 2 jours</p>"
        );
        assert_eq!(without_days(&[page("1"), page("1")])?, page("1"));
        assert!(without_days(&[page("1"), "<p>Le <i>1</i></p>".to_owned()]).is_err());
        assert!(without_days(&[page("1"), page("<b>1</b>")]).is_err());
        Ok(())
    }
}
