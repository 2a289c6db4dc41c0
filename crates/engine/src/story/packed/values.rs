//! Values and lists as lines of the text.

use super::{Kind, Packed, Reader, Writer};
use crate::expr::decimal;
use crate::story::{Draw, FigureValue, Named, Setting, Text};

impl Packed for String {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        writer.put(kind as usize, self);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        reader.next(kind as usize).to_owned()
    }
}

/// Nothing is an empty line.
impl Packed for Option<String> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        writer.put(kind as usize, self.as_deref().unwrap_or_default());
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        Some(String::read(reader, kind)).filter(|text| !text.is_empty())
    }
}

impl Packed for usize {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        writer.put(kind as usize, &self.to_string());
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let value = reader.next(kind as usize).parse();
        reader.fits &= value.is_ok();
        value.unwrap_or_default()
    }
}

impl Packed for i32 {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        usize::try_from(*self).unwrap_or_default().write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        i32::try_from(usize::read(reader, kind)).unwrap_or_default()
    }
}

/// Articles have no paragraph 0.
impl Packed for Option<u32> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        (self.unwrap_or_default() as usize).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        u32::try_from(usize::read(reader, kind)).ok().filter(|number| *number > 0)
    }
}

impl Packed for bool {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        usize::from(*self).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        usize::read(reader, kind) > 0
    }
}

impl Packed for Option<FigureValue> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        match self {
            Some(FigureValue::Number(number)) => writer.put(kind as usize, &number.to_string()),
            Some(FigureValue::Date(date)) => writer.put(kind as usize, date),
            None => writer.put(kind as usize, ""),
        }
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let text = reader.next(kind as usize);
        let date = || FigureValue::Date(text.to_owned());
        (!text.is_empty()).then(|| signed(text).map_or_else(date, FigureValue::Number))
    }
}

impl Packed for Option<f64> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.map(FigureValue::Number).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        signed(reader.next(kind as usize))
    }
}

impl Packed for f64 {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        Some(*self).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let number = Option::read(reader, kind);
        reader.fits &= number.is_some();
        number.unwrap_or_default()
    }
}

fn signed(text: &str) -> Option<f64> {
    match text.strip_prefix('-') {
        Some(rest) => Some(-decimal(rest)?),
        None => decimal(text),
    }
}

impl Packed for [f64; 2] {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        (self[0], self[1]).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        [f64::read(reader, kind), f64::read(reader, kind)]
    }
}

impl Packed for Option<[f64; 2]> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.is_some().write(writer, Kind::Count);
        if let Some(range) = self {
            range.write(writer, kind);
        }
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        bool::read(reader, Kind::Count).then(|| Packed::read(reader, kind))
    }
}

/// The place of the kind among those there are; that of discrete values is as much larger as there are values.
impl Packed for Option<Draw> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        let values = match self {
            Some(Draw::Discrete(values)) => values.as_slice(),
            _ => &[],
        };
        let place = match self {
            None => 0,
            Some(Draw::Triangular) => 1,
            Some(Draw::Uniform) => 2,
            Some(Draw::Normal) => 3,
            Some(Draw::Lognormal) => 4,
            Some(Draw::Discrete(_)) => 5,
        };
        (place + values.len()).write(writer, Kind::Count);
        values.iter().for_each(|value| value.write(writer, kind));
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        match usize::read(reader, Kind::Count) {
            0 => None,
            1 => Some(Draw::Triangular),
            2 => Some(Draw::Uniform),
            3 => Some(Draw::Normal),
            4 => Some(Draw::Lognormal),
            more => Some(Draw::Discrete((5..more).map(|_| Packed::read(reader, kind)).collect())),
        }
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.0.write(writer, kind);
        self.1.write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        (A::read(reader, kind), B::read(reader, kind))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.len().write(writer, Kind::Count);
        self.iter().for_each(|value| value.write(writer, kind));
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let mut list = Vec::new();
        for _ in 0..usize::read(reader, Kind::Count) {
            list.push(T::read(reader, kind));
        }
        list
    }
}

impl<T: Packed> Packed for Named<T> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.len().write(writer, Kind::Count);
        for (name, value) in self.iter() {
            writer.put(Kind::Name as usize, name);
            value.write(writer, kind);
        }
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let mut list = Vec::new();
        for _ in 0..usize::read(reader, Kind::Count) {
            list.push((String::read(reader, Kind::Name), T::read(reader, kind)));
        }
        Self(list)
    }
}

impl Packed for Setting {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.0.len().write(writer, Kind::Count);
        for (year, value) in &self.0 {
            year.write(writer, Kind::Count);
            value.write(writer, kind);
        }
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        let points = 0..usize::read(reader, Kind::Count);
        Self(points.map(|_| (Packed::read(reader, Kind::Count), Packed::read(reader, kind))).collect())
    }
}

/// A line a language, empty where it has no words.
impl Packed for Text {
    fn write(&self, writer: &mut Writer, _: Kind) {
        for at in 0..writer.languages.len() {
            writer.put(Kind::Texts as usize + at, self.get(&writer.languages[at]));
        }
    }

    fn read(reader: &mut Reader, _: Kind) -> Self {
        let mut texts = Vec::new();
        for at in 0..reader.languages.len() {
            let text = reader.next(Kind::Texts as usize + at);
            if !text.is_empty() {
                texts.push((reader.languages[at].to_owned(), text.to_owned()));
            }
        }
        Self(Named(texts))
    }
}

impl Packed for Option<Text> {
    fn write(&self, writer: &mut Writer, kind: Kind) {
        self.as_ref().unwrap_or(&Text::default()).write(writer, kind);
    }

    fn read(reader: &mut Reader, kind: Kind) -> Self {
        Some(Text::read(reader, kind)).filter(|text| !text.0.is_empty())
    }
}
